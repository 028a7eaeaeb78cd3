package io.github.patchlane.gitlab.internal.gitlab4j;

import io.github.patchlane.gitlab.AccessToken;
import io.github.patchlane.gitlab.rest.Answer;
import io.github.patchlane.gitlab.rest.Call;
import io.github.patchlane.gitlab.rest.Wire;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.gitlab4j.api.GitLabApi.ApiVersion;
import org.gitlab4j.api.GitLabApiClient;
import org.gitlab4j.models.Constants.TokenType;
import org.glassfish.jersey.apache.connector.ApacheClientProperties;
import org.glassfish.jersey.client.ClientProperties;

/**
 * Requests over GitLab4J's client, answers as they come. It follows no redirect by itself: the
 * token goes in a header that would be sent along to wherever the redirect leads.
 */
public final class GitLab4jWire implements Wire {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration READ = Duration.ofMinutes(2);
  private static final int CONNECTIONS = 16;
  private static final int MOST_BYTES = 256 << 20;

  private final String api;
  private final Client client;

  /** Opens what requests to one server go through; nothing is sent yet. */
  public GitLab4jWire(URI server, AccessToken token) {
    this.api = server + "/api/v4/";
    this.client = new Client(server.toString(), token.secret());
  }

  private static Map<String, Object> configuration() {
    PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager();
    connections.setDefaultMaxPerRoute(CONNECTIONS);
    connections.setMaxTotal(CONNECTIONS);
    Map<String, Object> configuration = new HashMap<>();
    configuration.put(ClientProperties.FOLLOW_REDIRECTS, false);
    configuration.put(ClientProperties.CONNECT_TIMEOUT, (int) CONNECT.toMillis());
    configuration.put(ClientProperties.READ_TIMEOUT, (int) READ.toMillis());
    configuration.put(ApacheClientProperties.CONNECTION_MANAGER, connections);
    configuration.put(ApacheClientProperties.USE_SYSTEM_PROPERTIES, true);
    return configuration;
  }

  @Override
  public Answer send(Call call) throws IOException {
    URL url = URI.create(api + call.path()).toURL();
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
    Client(String server, String secret) {
      super(ApiVersion.V4, server, TokenType.PRIVATE, secret, null, configuration());
    }

    Response send(Call call, URL url) {
      MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>(call.parameters());
      return switch (call.method()) {
        case GET -> get(parameters, url);
        case DELETE -> delete(parameters, url);
        case POST -> post(new Form(parameters), url);
        case PUT -> put(new Form(parameters), url);
      };
    }
  }
}
