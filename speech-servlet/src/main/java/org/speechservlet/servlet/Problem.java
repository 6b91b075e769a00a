package org.speechservlet.servlet;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An error answer: a problem document (RFC 9457) with its status and header fields.
 *
 * @param type the problem type, a relative reference such as {@code malformed-audio}
 * @param title what happened, the same for every problem of the type
 * @param detail what happened this time and what to do; safe to show to anybody
 * @param members what a program may want to read besides, such as {@code offset} or {@code limit}
 * @param headers further header fields, such as {@code Retry-After} or {@code Allow}
 */
record Problem(
    int status,
    String type,
    String title,
    String detail,
    Map<String, JsonValue> members,
    Map<String, String> headers) {

  static final String CONTENT_TYPE = "application/problem+json";

  Problem {
    members = Map.copyOf(members);
    headers = Map.copyOf(headers);
  }

  Problem(int status, String type, String title, String detail) {
    this(status, type, title, detail, Map.of(), Map.of());
  }

  Problem withMember(String name, long value) {
    return withMember(name, Json.createValue(value));
  }

  Problem withMember(String name, List<String> values) {
    return withMember(name, Json.createArrayBuilder(values).build());
  }

  private Problem withMember(String name, JsonValue value) {
    Map<String, JsonValue> more = new HashMap<>(members);
    more.put(name, value);
    return new Problem(status, type, title, detail, more, headers);
  }

  Problem withHeader(String name, String value) {
    return withHeaders(Map.of(name, value));
  }

  Problem withHeaders(Map<String, String> further) {
    Map<String, String> more = new HashMap<>(headers);
    more.putAll(further);
    return new Problem(status, type, title, detail, members, more);
  }

  /** The document, with the id by which the operator finds the request in the log. */
  String toJson(String requestId) {
    JsonObjectBuilder document =
        Json.createObjectBuilder()
            .add("type", type)
            .add("title", title)
            .add("status", status)
            .add("detail", detail)
            .add("requestId", requestId);
    members.forEach(document::add);
    return document.build().toString();
  }
}
