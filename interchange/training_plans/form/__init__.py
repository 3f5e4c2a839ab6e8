"""The form in which a plan is submitted: written from a plan, and read back without a guess."""
