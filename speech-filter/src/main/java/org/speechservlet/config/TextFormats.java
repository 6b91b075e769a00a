package org.speechservlet.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Formats of settings that are words: choices, names, languages, keys, files. */
final class TextFormats {
  private static final int MAX_KEY_LENGTH = 1024;
  private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");

  private static final Pattern REGION = Pattern.compile("[a-z][a-z0-9]{1,23}");
  private static final Pattern RESOURCE_NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,62}[A-Za-z0-9])?");

  /** Language, script, region and variants of RFC 5646, section 2.1. */
  private static final Pattern LANGUAGE_TAG =
      Pattern.compile(
          "[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
              + "(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*");

  /** Goes into a path as it is, and has no dot: that ends it there. */
  private static final Pattern ROUTE = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  private static final int MAX_NAME_LENGTH = 200;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private TextFormats() {}

  static ValueFormat<Boolean> flag() {
    return choice(List.of(true, false), String::valueOf);
  }

  static <E extends Enum<E>> ValueFormat<E> choice(Class<E> type) {
    return choice(
        Arrays.asList(type.getEnumConstants()),
        constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static <T> ValueFormat<T> choice(List<T> values, Function<T, String> nameOf) {
    String names = values.stream().map(nameOf).collect(Collectors.joining(", "));
    return new ValueFormat<>(
        "one of " + names,
        text -> {
          for (T value : values) {
            if (nameOf.apply(value).equalsIgnoreCase(text)) {
              return value;
            }
          }
          throw new InvalidValueException("this is none of them");
        });
  }

  static ValueFormat<String> region() {
    return new ValueFormat<>(
        "the name of an Azure region in lower case letters and digits, such as westeurope",
        text -> {
          if (!REGION.matcher(text).matches()) {
            throw new InvalidValueException(regionHint(text));
          }
          return text;
        });
  }

  private static String regionHint(String text) {
    String repaired = text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    return REGION.matcher(repaired).matches()
        ? "write it as " + repaired
        : "this is not such a name";
  }

  static ValueFormat<String> resourceName() {
    return new ValueFormat<>(
        "the first label of the resource's custom domain, 1 to 64 letters, digits and hyphens",
        text -> {
          if (RESOURCE_NAME.matcher(text).matches()) {
            return text;
          }
          throw new InvalidValueException(
              text.contains(".")
                  ? "leave out the scheme, and all from the first dot on"
                  : "this is not such a label");
        });
  }

  static ValueFormat<String> route() {
    return new ValueFormat<>(
        "a short name of this node, 1 to 32 letters, digits, hyphens and underscores",
        text -> {
          if (!ROUTE.matcher(text).matches()) {
            throw new InvalidValueException("this is not such a name");
          }
          return text;
        });
  }

  static ValueFormat<String> role() {
    return new ValueFormat<>(
        "the name of one role of the container, up to " + MAX_NAME_LENGTH + " characters",
        TextFormats::roleName);
  }

  static ValueFormat<String> roleOrAnyLogin() {
    return new ValueFormat<>(
        "the name of one role of the container, up to "
            + MAX_NAME_LENGTH
            + " characters, or "
            + AccessSettings.ANY_LOGIN
            + " for whoever has logged in",
        TextFormats::roleName);
  }

  private static String roleName(String text) throws InvalidValueException {
    if (text.equals("*")) {
      throw new InvalidValueException(
          "nobody is in a role of that name (Jakarta Servlet, isUserInRole)");
    }
    return name(text);
  }

  static ValueFormat<String> cache() {
    return new ValueFormat<>(
        "the name of a JCache cache, up to " + MAX_NAME_LENGTH + " characters", TextFormats::name);
  }

  private static String name(String text) throws InvalidValueException {
    if (text.length() > MAX_NAME_LENGTH || CONTROL.matcher(text).find()) {
      throw new InvalidValueException("this is not such a name");
    }
    return text;
  }

  static ValueFormat<String> language() {
    return new ValueFormat<>("a language tag of BCP 47 such as en-US", TextFormats::languageTag);
  }

  static ValueFormat<Set<String>> languages() {
    return new ValueFormat<>(
        "language tags of BCP 47 with commas between them, such as en-US, de-DE",
        text -> {
          Set<String> tags = new LinkedHashSet<>();
          for (String tag : commaSeparated(text)) {
            tags.add(languageTag(tag));
          }
          return tags;
        });
  }

  private static String languageTag(String text) throws InvalidValueException {
    if (!LANGUAGE_TAG.matcher(text).matches()) {
      throw new InvalidValueException("\"" + SafeText.of(text) + "\" is not a tag");
    }
    return text;
  }

  static List<String> commaSeparated(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      parts.add(part.strip());
    }
    return parts;
  }

  static ValueFormat<String> key() {
    return new ValueFormat<>(
        "a key of the Speech resource, 1 to " + MAX_KEY_LENGTH + " visible ASCII characters",
        text -> {
          if (text.length() > MAX_KEY_LENGTH) {
            throw new InvalidValueException("this has " + text.length() + " characters");
          }
          if (!VISIBLE_ASCII.matcher(text).matches()) {
            throw new InvalidValueException(
                "this has white space or other characters inside; was more than the key copied?");
          }
          return text;
        });
  }

  static ValueFormat<Path> file() {
    return new ValueFormat<>(
        "the path of a file",
        text -> {
          try {
            return Path.of(text).toAbsolutePath().normalize();
          } catch (InvalidPathException e) {
            throw new InvalidValueException(e.getReason());
          }
        });
  }
}
