### The account of one negotiation.
