package org.speechservlet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaultsEndpointIT {

  private final RunningService service;

  FaultsEndpointIT() throws Exception {
    service = new RunningService();
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void post_form_setsAFaultThatHappens() throws Exception {
    HttpResponse<String> created = post("on=token&do=503&count=1");
    assertEquals(201, created.statusCode());
    assertEquals("/faults/1", created.headers().firstValue("Location").orElse(""));
    assertEquals(503, service.send(service.tokenRequest("any").build()).statusCode());
    assertEquals(200, service.send(service.tokenRequest("any").build()).statusCode());
  }

  @Test
  void get_whatIsSet_showsHowFarItHasCome() throws Exception {
    post("on=token&do=503&after=1&for=PT3M");
    service.token();
    service.token();
    assertEquals(
        "{\"faults\":[{\"id\":1,\"on\":\"token\",\"at\":\"start\",\"do\":\"503\",\"skipped\":1,"
            + "\"happened\":1,\"ends\":\"2026-11-24T12:03:00Z\"}]}",
        get().body());
  }

  @Test
  void get_everyKindOfFault_namesIt() throws Exception {
    post("on=token&do=reset");
    post("do=disconnect&count=2");
    post("do=garbage");
    post("do=answer");
    post("do=stall&stall=PT5S");
    String body = get().body();
    for (String what : new String[] {"reset", "disconnect", "garbage", "answer", "stall of PT5S"}) {
      assertTrue(body.contains("\"do\":\"" + what + "\""), body);
    }
  }

  @Test
  void delete_all_clears() throws Exception {
    post("on=token&do=503");
    assertEquals(200, delete("/faults").statusCode());
    assertEquals("{\"faults\":[]}", get().body());
    assertEquals(200, service.send(service.tokenRequest("any").build()).statusCode());
  }

  @Test
  void delete_one_leavesTheOthers() throws Exception {
    post("on=token&do=503");
    post("on=token&do=429");
    assertEquals(200, delete("/faults/1").statusCode());
    assertTrue(get().body().contains("\"id\":2"));
    assertEquals(404, delete("/faults/1").statusCode());
    assertEquals(404, delete("/faults/x").statusCode());
  }

  @Test
  void post_wrongField_is400AndSaysWhy() throws Exception {
    HttpResponse<String> response = post("do=explode");
    assertEquals(400, response.statusCode());
    assertTrue(response.body().startsWith("The field do is explode;"), response.body());
  }

  @Test
  void post_formThatIsTooLong_is400() throws Exception {
    assertEquals(400, post("do=text&body=" + "x".repeat(9_000)).statusCode());
  }

  @Test
  void put_isNotAllowed() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(service.uri("/faults")).PUT(BodyPublishers.noBody()).build();
    HttpResponse<String> response = service.send(request);
    assertEquals(405, response.statusCode());
    assertEquals("GET, POST, DELETE", response.headers().firstValue("Allow").orElse(""));
  }

  @ParameterizedTest
  @CsvSource({"Origin, http://evil.example", "Sec-Fetch-Site, cross-site"})
  void post_byAWebPage_isRefused(String header, String value) throws Exception {
    HttpRequest request =
        form(service.uri("/faults"), "on=token&do=503").header(header, value).build();
    assertEquals(403, service.send(request).statusCode());
    assertEquals("{\"faults\":[]}", get().body());
  }

  @Test
  void post_fromAnotherAddress_isRefused() throws Exception {
    Optional<InetAddress> address = addressThatIsNotLoopback();
    assumeTrue(address.isPresent(), "This machine has loopback only");
    try (RunningService open = new RunningService(options -> options.withHost("0.0.0.0"))) {
      URI faults =
          URI.create(
              "http://"
                  + address.get().getHostAddress()
                  + ":"
                  + open.tokenUri().getPort()
                  + "/faults");
      HttpResponse<String> response = open.send(form(faults, "on=token&do=503").build());
      assertEquals(403, response.statusCode());
    }
  }

  private static Optional<InetAddress> addressThatIsNotLoopback() throws Exception {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .findFirst();
  }

  private HttpResponse<String> post(String form) throws Exception {
    return service.send(form(service.uri("/faults"), form).build());
  }

  private static HttpRequest.Builder form(URI uri, String form) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  private HttpResponse<String> get() throws Exception {
    return service.send(HttpRequest.newBuilder(service.uri("/faults")).build());
  }

  private HttpResponse<String> delete(String path) throws Exception {
    return service.send(HttpRequest.newBuilder(service.uri(path)).DELETE().build());
  }
}
