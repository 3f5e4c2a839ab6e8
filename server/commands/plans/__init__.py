"""Commands that improve a training plan."""
