"""A server of everything the protocol has, for the tests: by stdio, streamable HTTP or the old HTTP with SSE.

    everything.py stdio | http | json | resumable | sse [PORT]

Over HTTP it writes its port on standard output, and ends when its standard input does.
"""

import os
import socket
import sys
import threading
from typing import Annotated

import anyio
from mcp.server.mcpserver import Audio, Context, Elicit, Image, ListRoots, MCPServer, Resolve, Sample
from mcp.server.caching import CacheHint
from mcp.server.mcpserver.prompts.base import AssistantMessage, UserMessage
from mcp.server.streamable_http import EventMessage, EventStore
from mcp_types import (
    CallToolResult,
    Completion,
    EmbeddedResource,
    ListRootsResult,
    BlobResourceContents,
    CreateMessageResult,
    PromptReference,
    ResourceLink,
    SamplingMessage,
    TextContent,
    TextResourceContents,
)
from pydantic import BaseModel

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000"
    "000049454e44ae426082"
)
server = MCPServer(
    "everything",
    version="1.2.3",
    instructions="Ask for anything.",
    log_level="ERROR",
    cache_hints={"prompts/list": CacheHint(ttl_ms=60_000)},
)


class Weather(BaseModel):
    city: str
    degrees: float


class Name(BaseModel):
    name: str


def is_stateless(ctx: Context) -> bool:
    return (ctx.protocol_version or "") >= "2026-07-28"


@server.tool()
def add(a: int, b: int) -> int:
    """Adds two numbers."""
    return a + b


@server.tool(structured_output=False)
def echo(text: str) -> str:
    """Gives the text back."""
    return text


@server.tool()
def weather(city: str) -> Weather:
    """Structured output."""
    return Weather(city=city, degrees=21.5)


@server.tool(structured_output=False)
def contents() -> CallToolResult:
    """Content of every type."""
    return CallToolResult(
        content=[
            TextContent(text="words"),
            Image(data=PIXEL, format="png").to_image_content(),
            Audio(data=b"RIFF\0\0\0\0WAVE", format="wav").to_audio_content(),
            ResourceLink(uri="memo://today", name="today", description="what is to do", mime_type="text/plain"),
            EmbeddedResource(resource=TextResourceContents(uri="memo://text", mime_type="text/plain", text="inside")),
            EmbeddedResource(
                resource=BlobResourceContents(uri="memo://blob", mime_type="application/pdf", blob="JVBERi0=")
            ),
        ]
    )


@server.tool()
def fail(reason: str) -> str:
    """Fails."""
    raise ValueError(reason)


@server.tool()
async def slow(seconds: float, steps: int, ctx: Context) -> str:
    """Tells its progress; notes in a file when it is given up."""
    try:
        for step in range(steps):
            await ctx.report_progress(step + 1, steps, f"step {step + 1}")
            await anyio.sleep(seconds / max(steps, 1))
        if steps == 0:
            await anyio.sleep(seconds)
    except anyio.get_cancelled_exc_class():
        global cancelled
        cancelled += 1
        raise
    return "done"


cancelled = 0


@server.tool()
def cancellations() -> int:
    """How many calls were given up."""
    return cancelled


@server.tool(structured_output=False)
def big(count: int) -> str:
    """A long text."""
    return "0123456789abcdef" * (count // 16)


@server.tool()
def pid() -> int:
    """The server's process."""
    return os.getpid()


@server.tool()
def die() -> str:
    """Ends the server in the middle of the call."""
    os._exit(7)


@server.tool()
async def grow(ctx: Context) -> str:
    """Offers one more tool, and says so."""
    server.add_tool(lambda: "new", name="grown", description="Was not there before.")
    if is_stateless(ctx):
        await ctx.notify_tools_changed()
    else:
        await ctx.session.send_tool_list_changed()
    return "grown"


@server.tool()
async def interrupted(ctx: Context) -> str:
    """Closes its own stream twice, and tells its progress all the same."""
    await ctx.report_progress(1, 3)
    await ctx.close_sse_stream()
    await ctx.report_progress(2, 3)
    await anyio.sleep(0.3)
    await ctx.report_progress(3, 3)
    await ctx.close_sse_stream()
    return "resumed"


@server.tool()
async def missed(ctx: Context) -> str:
    """Says that the tools have changed while nobody listens; what is said before gives the place to go on from."""
    await ctx.session.send_resource_list_changed()
    await anyio.sleep(0.3)
    await ctx.close_standalone_sse_stream()
    await ctx.session.send_tool_list_changed()
    return "missed"


@server.tool()
async def touch(uri: str, ctx: Context) -> str:
    """Says that a resource has changed."""
    if is_stateless(ctx):
        await ctx.notify_resource_updated(uri)
    else:
        await ctx.session.send_resource_updated(uri)
    return "touched"


@server.tool()
async def say(text: str, ctx: Context) -> str:
    """Logs a text."""
    await ctx.warning(text, logger_name="sayer")
    return "said"


async def ask_model(question: str) -> Sample:
    return Sample(
        [SamplingMessage(role="user", content=TextContent(text=question))], max_tokens=50, system_prompt="Be short."
    )


@server.tool()
async def think(question: str, answer: Annotated[CreateMessageResult, Resolve(ask_model)]) -> str:
    """Lets the client's model answer."""
    return f"{answer.model}: {answer.content.text}"


async def ask_name() -> Elicit[Name]:
    return Elicit("What is your name?", Name)


@server.tool()
async def greet(person: Annotated[Name, Resolve(ask_name)]) -> str:
    """Asks for a name."""
    return f"Hello, {person.name}"


async def ask_roots() -> ListRoots:
    return ListRoots()


@server.tool()
async def places(roots: Annotated[ListRootsResult, Resolve(ask_roots)]) -> list[str]:
    """Asks for the roots."""
    return [str(root.uri) for root in roots.roots]


@server.tool()
async def visit(ctx: Context) -> str:
    """Sends the person to a page."""
    result = await ctx.elicit_url("Sign in", "https://example.com/sign-in", "visit-1")
    return result.action


@server.resource("memo://today", name="today", mime_type="text/plain")
def today() -> str:
    return "water the plants"


@server.resource("memo://picture", name="picture", mime_type="image/png")
def picture() -> bytes:
    return PIXEL


@server.resource("memo://notes/{name}", name="note", mime_type="text/plain")
def note(name: str) -> str:
    return f"note of {name}"


@server.prompt()
def review(code: str, language: str = "swift") -> list:
    """Asks for a review."""
    return [UserMessage(f"Review this {language}: {code}"), AssistantMessage("Gladly.")]


@server.completion()
async def complete(ref, argument, context):
    if isinstance(ref, PromptReference) and argument.name == "language":
        values = [value for value in ["python", "perl", "swift"] if value.startswith(argument.value)]
        return Completion(values=values, total=len(values), has_more=False)
    return None


async def accept(ctx, params):
    """The package offers subscriptions of old sessions only to servers that bring a handler."""
    from mcp_types import EmptyResult

    return EmptyResult()


def add_subscriptions() -> None:
    from mcp_types import SubscribeRequestParams, UnsubscribeRequestParams

    low = server._lowlevel_server
    low.add_request_handler("resources/subscribe", SubscribeRequestParams, accept)
    low.add_request_handler("resources/unsubscribe", UnsubscribeRequestParams, accept)


class Events(EventStore):
    """All events that were sent, by their number."""

    def __init__(self) -> None:
        self.events: list = []

    async def store_event(self, stream_id, message):
        self.events.append((stream_id, message))
        return str(len(self.events))

    async def replay_events_after(self, last_event_id, send_callback):
        place = int(last_event_id)
        stream = self.events[place - 1][0]
        for number, (owner, message) in enumerate(self.events[place:], place + 1):
            if owner == stream and message is not None:
                await send_callback(EventMessage(message, str(number)))
        return stream


def serve(kind: str, port: int) -> None:
    import uvicorn

    if kind == "sse":
        app = server.sse_app()
    elif kind == "resumable":
        app = server.streamable_http_app(event_store=Events(), retry_interval=50)
    else:
        app = server.streamable_http_app(json_response=kind == "json")
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(128)
    print(listener.getsockname()[1], flush=True)

    def watch() -> None:
        sys.stdin.buffer.read()
        os._exit(0)

    threading.Thread(target=watch, daemon=True).start()
    uvicorn.Server(uvicorn.Config(app, log_level="error")).run(sockets=[listener])


add_subscriptions()
if sys.argv[1] == "stdio":
    server.run("stdio")
else:
    serve(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0)
