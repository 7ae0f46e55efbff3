"""The runtime library, loaded with its telemetry off: it would keep an id in the home folder and send usage events.

The library reads the switch when it is loaded, so this module is the only one that may import it.
"""

from __future__ import annotations

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

onnxruntime.disable_telemetry_events()

__all__ = ["onnxruntime"]
