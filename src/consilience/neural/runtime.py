"""The runtime library, loaded with its telemetry off: it would keep an id in the home folder and send usage events.

The library reads the switch when it is loaded, so this module is the only one that may import it.
"""

from __future__ import annotations

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime

onnxruntime.disable_telemetry_events()

# One arena for all networks that grows by what is asked for and no more: windows differ in length, and an arena that
# doubles would keep the largest sum of all sizes seen, while none at all gives pages back and takes them anew each run.
_AS_REQUESTED = onnxruntime.OrtArenaCfg(0, 1, -1, -1)
_CPU = onnxruntime.OrtMemoryInfo(
    "Cpu", onnxruntime.OrtAllocatorType.ORT_ARENA_ALLOCATOR, 0, onnxruntime.OrtMemType.DEFAULT
)
onnxruntime.create_and_register_allocator(_CPU, _AS_REQUESTED)

__all__ = ["onnxruntime"]
