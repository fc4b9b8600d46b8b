### Responsibility, brackets, flows, power and roll calls as pictures.
