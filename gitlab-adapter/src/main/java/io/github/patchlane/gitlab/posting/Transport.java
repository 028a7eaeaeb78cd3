package io.github.patchlane.gitlab.posting;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The wire itself, for tests to cut. */
@FunctionalInterface
interface Transport {
  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException;

  /** Plain HTTP, no redirect followed: where a token goes is for the caller to say. */
  static Transport http() {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
    return request -> client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
