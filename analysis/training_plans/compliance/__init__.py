"""Whether a training plan keeps the rules: three-valued, with the interval of all admissible choices."""
