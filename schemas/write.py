"""Write the published JSON schemas anew from the records: `python schemas/write.py`."""

from pathlib import Path

from consilience.present.export import schemas

for name, schema in schemas().items():
    (Path(__file__).parent / name).write_bytes(schema)
