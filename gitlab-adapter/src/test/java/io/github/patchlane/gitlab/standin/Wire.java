package io.github.patchlane.gitlab.standin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** The listening side: WireMock, with one stub that hands every request to the server. */
final class Wire implements ResponseDefinitionTransformerV2 {
  private final Server server;
  private final String root;
  private final WireMockServer mock;

  /** Under a path of the host; anything else on it is not GitLab. */
  Wire(Server server, String root) {
    this.server = server;
    this.root = root;
    this.mock =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .gzipDisabled(true)
                .disableRequestJournal()
                .containerThreads(24)
                .extensions(this));
  }

  /** Gives the address it listens at. */
  String listen() {
    mock.start();
    mock.stubFor(any(anyUrl()).willReturn(aResponse()));
    return "http://127.0.0.1:" + mock.port();
  }

  void hangUp() {
    mock.stop();
  }

  @Override
  public String getName() {
    return "gitlab-stand-in";
  }

  @Override
  public boolean applyGlobally() {
    return true;
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    Request request = event.getRequest();
    Outcome outcome =
        request.getUrl().startsWith(root + "/")
            ? server.serve(incoming(request))
            : Outcome.of(new Reply(404, "text/html", Payload.of("<h1>Not here</h1>"), Map.of()));
    ResponseDefinitionBuilder response = aResponse();
    if (outcome.reply().isEmpty()) {
      return response.withFault(Fault.CONNECTION_RESET_BY_PEER).build();
    }
    Reply reply = outcome.reply().get();
    response.withStatus(reply.status()).withBody(reply.body().bytes());
    response.withHeader("Content-Type", reply.contentType());
    reply.headers().forEach((name, value) -> response.withHeader(name, value));
    if (!outcome.delay().isZero()) {
      response.withFixedDelay((int) outcome.delay().toMillis());
    }
    return response.build();
  }

  private Incoming incoming(Request request) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (HttpHeader header : request.getHeaders().all()) {
      headers.putIfAbsent(header.key(), header.firstValue());
    }
    String url = request.getUrl().substring(root.length());
    int query = url.indexOf('?');
    byte[] body = request.getBody();
    return new Incoming(
        request.getMethod().getName(),
        query < 0 ? url : url.substring(0, query),
        query < 0 ? "" : url.substring(query + 1),
        headers,
        body == null ? Payload.NONE : new Payload(body));
  }
}
