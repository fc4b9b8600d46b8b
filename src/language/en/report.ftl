### The report page and what is said of studies.
