### Levers, comparisons, benchmarks and checks on a terminal.
