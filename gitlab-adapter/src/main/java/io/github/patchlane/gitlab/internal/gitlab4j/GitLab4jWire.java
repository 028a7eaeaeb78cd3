package io.github.patchlane.gitlab.internal.gitlab4j;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.patchlane.gitlab.AccessToken;
import io.github.patchlane.gitlab.rest.Answer;
import io.github.patchlane.gitlab.rest.Call;
import io.github.patchlane.gitlab.rest.Wire;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.conn.DefaultManagedHttpClientConnection;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.gitlab4j.api.GitLabApi.ApiVersion;
import org.gitlab4j.api.GitLabApiClient;
import org.gitlab4j.models.Constants.TokenType;
import org.glassfish.jersey.apache.connector.ApacheClientProperties;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.client.RequestEntityProcessing;
import org.jspecify.annotations.Nullable;

/**
 * Requests over GitLab4J's client, answers as they come: its typed calls lose what Patchlane cannot
 * do without, as milliseconds, times of approvals, headers of limiters and a 202 that stored
 * nothing.
 *
 * <p>Nothing is sent twice and no redirect is followed here. The token goes in a header that would
 * be sent along to wherever a redirect leads, and whether a request may be repeated only its sender
 * knows.
 */
public final class GitLab4jWire implements Wire {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration READ = Duration.ofMinutes(2);
  private static final int CONNECTIONS = 16;
  private static final int BUFFER = 8 << 10;
  private static final int MOST_BYTES = 256 << 20;

  private final String api;
  private final Client client;

  /** Opens what requests to one server go through; nothing is sent yet. */
  public GitLab4jWire(URI server, AccessToken token) {
    this.api = server + "/api/v4/";
    this.client = new Client(server.toString(), token.secret(), configuration());
  }

  private static Map<String, @Nullable Object> configuration() {
    Map<String, @Nullable Object> configuration = new HashMap<>();
    // naming the property, even for nothing, is the one way to have GitLab4J use Apache's client;
    // that of the JDK sends what writes a second time, unasked, where no answer comes
    configuration.put(ClientProperties.PROXY_URI, null);
    configuration.put(ClientProperties.FOLLOW_REDIRECTS, false);
    configuration.put(ClientProperties.CONNECT_TIMEOUT, (int) CONNECT.toMillis());
    configuration.put(ClientProperties.READ_TIMEOUT, (int) READ.toMillis());
    configuration.put(ClientProperties.REQUEST_ENTITY_PROCESSING, RequestEntityProcessing.BUFFERED);
    configuration.put(ApacheClientProperties.CONNECTION_MANAGER, connections());
    configuration.put(
        ApacheClientProperties.RETRY_HANDLER, new DefaultHttpRequestRetryHandler(0, false));
    configuration.put(ApacheClientProperties.USE_SYSTEM_PROPERTIES, true);
    return configuration;
  }

  /** Connections that log nothing: the usual ones log headers, and one of these is the token. */
  private static PoolingHttpClientConnectionManager connections() {
    PoolingHttpClientConnectionManager connections =
        new PoolingHttpClientConnectionManager(
            (route, settings) -> new DefaultManagedHttpClientConnection(route.toString(), BUFFER));
    connections.setDefaultMaxPerRoute(CONNECTIONS);
    connections.setMaxTotal(CONNECTIONS);
    return connections;
  }

  @Override
  public Answer send(Call call) throws IOException {
    String url = api + call.path() + query(call.parameters());
    try (Response response = client.send(call, url)) {
      Map<String, String> headers = new HashMap<>();
      response
          .getStringHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
      return new Answer(response.getStatus(), headers, body(response));
    } catch (ProcessingException e) {
      throw e.getCause() instanceof IOException cause
          ? cause
          : new IOException("no answer: " + e.getMessage(), e);
    }
  }

  /** Encoded here: braces would be taken for a template. */
  private static String query(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(p -> encoded(p.getKey()) + "=" + encoded(p.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static byte[] body(Response response) throws IOException {
    if (!response.hasEntity()) {
      return new byte[0];
    }
    try (InputStream in = response.readEntity(InputStream.class)) {
      byte[] body = in.readNBytes(MOST_BYTES);
      if (body.length == MOST_BYTES) {
        throw new IOException("an answer of more than " + MOST_BYTES + " bytes");
      }
      return body;
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /** Opens up what GitLab4J keeps for its own classes: requests of any path, answers unjudged. */
  private static final class Client extends GitLabApiClient {
    private final jakarta.ws.rs.client.Client requests;
    private final String secret;

    Client(String server, String secret, Map<String, @Nullable Object> configuration) {
      super(ApiVersion.V4, server, TokenType.PRIVATE, secret, null, configuration);
      this.secret = secret;
      this.requests = createApiClient();
    }

    /** GitLab4J's own way to make requests follows redirects, whatever the client was told. */
    Response send(Call call, String url) {
      Invocation.Builder request =
          requests
              .target(url)
              .request(MediaType.APPLICATION_JSON_TYPE)
              .header(PRIVATE_TOKEN_HEADER, secret);
      Optional<JsonNode> body = call.body();
      String method = call.method().name();
      return body.isEmpty()
          ? request.method(method)
          : request.method(
              method,
              Entity.entity(
                  body.get().toString().getBytes(StandardCharsets.UTF_8),
                  MediaType.APPLICATION_JSON_TYPE));
    }
  }
}
