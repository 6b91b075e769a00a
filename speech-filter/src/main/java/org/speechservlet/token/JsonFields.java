package org.speechservlet.token;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object of unknown origin; the only class of this package that reads JSON.
 */
final class JsonFields {
  private final JsonObject object;

  private JsonFields(JsonObject object) {
    this.object = object;
  }

  /** Returns the fields of a text; none if it is not a JSON object. */
  static JsonFields of(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return new JsonFields(reader.readObject());
    } catch (RuntimeException e) {
      // Not JSON, or no JSON provider at hand: neither may stop a renewal.
      return new JsonFields(JsonValue.EMPTY_JSON_OBJECT);
    }
  }

  /** Returns the object in a field; one without fields if there is none. */
  JsonFields in(String name) {
    return object.get(name) instanceof JsonObject inner
        ? new JsonFields(inner)
        : new JsonFields(JsonValue.EMPTY_JSON_OBJECT);
  }

  /** Returns a string, or a number as it was written; null if there is neither. */
  @Nullable String text(String name) {
    JsonValue value = object.get(name);
    if (value instanceof JsonString string) {
      return string.getString();
    }
    return value instanceof JsonNumber number ? number.toString() : null;
  }
}
