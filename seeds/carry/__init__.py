"""Carry the gathered reference facts into seed files of our own form.

``python -m seeds.carry PATH_TO_REFERENCE`` rewrites ``seeds/data``; two runs over the same facts give the same bytes.
"""
