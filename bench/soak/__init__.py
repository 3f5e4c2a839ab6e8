"""Ordinary users, designers at work and one attacker at a time, on a running server: does anybody stop the others?"""
