"""A server over streamable HTTP that wants an authorization, and the authorization server that gives it, for the tests.

    authorized.py

It writes its port on standard output, and ends when its standard input does. Everybody who asks is agreed to; tokens last
for two seconds, so that they have to be renewed.
"""

import secrets
import socket
import sys
import threading
import time

import uvicorn
from mcp.server.auth.middleware.auth_context import get_access_token
from mcp.server.auth.provider import AccessToken, AuthorizationCode, RefreshToken, construct_redirect_uri
from mcp.server.auth.settings import AuthSettings, ClientRegistrationOptions
from mcp.server.mcpserver import MCPServer
from mcp.shared.auth import OAuthToken

LIFETIME = 2
listener = socket.create_server(("127.0.0.1", 0))
BASE = f"http://127.0.0.1:{listener.getsockname()[1]}"


class Provider:
    def __init__(self):
        self.clients, self.codes, self.access, self.refresh = {}, {}, {}, {}
        self.grants = 0

    async def get_client(self, client_id):
        return self.clients.get(client_id)

    async def register_client(self, client):
        self.clients[client.client_id] = client

    async def authorize(self, client, params):
        code = AuthorizationCode(
            code=secrets.token_urlsafe(32), scopes=params.scopes or [], expires_at=time.time() + 60,
            client_id=client.client_id, code_challenge=params.code_challenge, redirect_uri=params.redirect_uri,
            redirect_uri_provided_explicitly=params.redirect_uri_provided_explicitly, resource=params.resource,
        )
        self.codes[code.code] = code
        return construct_redirect_uri(str(params.redirect_uri), code=code.code, state=params.state, iss=BASE)

    async def load_authorization_code(self, client, code):
        return self.codes.get(code)

    async def exchange_authorization_code(self, client, code):
        del self.codes[code.code]
        self.grants += 1
        return self.give(client, code.scopes, code.resource)

    async def load_refresh_token(self, client, token):
        return self.refresh.get(token)

    async def exchange_refresh_token(self, client, token, scopes):
        del self.refresh[token.token]
        return self.give(client, scopes, token.resource)

    async def load_access_token(self, token):
        found = self.access.get(token)
        return found if found and found.expires_at > time.time() else None

    async def revoke_token(self, token):
        pass

    def give(self, client, scopes, resource):
        access, refresh = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        common = {"client_id": client.client_id, "scopes": scopes, "resource": resource}
        self.access[access] = AccessToken(token=access, expires_at=int(time.time()) + LIFETIME, **common)
        self.refresh[refresh] = RefreshToken(token=refresh, **common)
        return OAuthToken(
            access_token=access, token_type="Bearer", expires_in=LIFETIME, scope=" ".join(scopes), refresh_token=refresh
        )


provider = Provider()
server = MCPServer(
    "authorized",
    log_level="ERROR",
    auth_server_provider=provider,
    auth=AuthSettings(
        issuer_url=BASE,
        resource_server_url=f"{BASE}/mcp",
        required_scopes=["read"],
        validate_token_resource=True,
        client_registration_options=ClientRegistrationOptions(enabled=True, valid_scopes=["read"]),
    ),
)


@server.tool()
def who() -> str:
    """Who asks, for what, and how often somebody agreed."""
    token = get_access_token()
    return f"{' '.join(token.scopes)} {token.resource == BASE + '/mcp'} {provider.grants} {token.client_id in provider.clients}"


def main() -> None:
    def watch() -> None:
        sys.stdin.read()
        runner.should_exit = True

    runner = uvicorn.Server(uvicorn.Config(server.streamable_http_app(), log_level="error"))
    threading.Thread(target=watch, daemon=True).start()
    print(listener.getsockname()[1], flush=True)
    runner.run(sockets=[listener])


main()
