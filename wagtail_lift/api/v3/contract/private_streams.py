"""The running order in the private routes: read as it is stored, and written as a stream."""

from ....blocks import RunningOrderStreamBlock
from .blocks import Form, stream_schema
from .components import Components

RUNNING_ORDER = "running_order"
FORMS = {"EventValues": Form.STORED, "EventChanges": Form.WRITTEN}
"""The schemas of the private routes that have a running order, and in which form."""


def tell_of_running_orders(components: Components) -> None:
    """Tell of the blocks of the running order, which the routes take as any list."""
    for name, form in FORMS.items():
        stream = stream_schema(RunningOrderStreamBlock(), components, form, "")
        components.schemas[name]["properties"][RUNNING_ORDER] = stream
