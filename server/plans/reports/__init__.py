"""Tables of an exported plan that are calculated: compliance, support, recognition of certificates, changes."""
