"""Documents by the million: rows of Parquet, JSON Lines or CSV in, findings and claims as Parquet out.

Only this package needs pyarrow and an engine (the extra `bulk`), and only when it is used.
"""
