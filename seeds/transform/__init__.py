"""Transform the gathered reference facts into seed files of our own form.

``python -m seeds.transform PATH_TO_REFERENCE`` rewrites ``seeds/data``.
Two runs over the same facts give the same bytes.
"""
