"""Events and timelines for other programs: PLOVER JSON Lines, tables after ICEWS and GDELT, Parquet, GeoJSON, TimelineJS."""
