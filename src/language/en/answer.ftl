### What `run` answers.
