"""What editors may change: alignments and reviews, each in one transaction with its record in the audit trail."""
