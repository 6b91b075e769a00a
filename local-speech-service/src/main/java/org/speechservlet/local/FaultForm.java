package org.speechservlet.local;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.util.Fields;
import org.speechservlet.local.answer.Answer;
import org.speechservlet.local.answer.KnownAnswers;
import org.speechservlet.local.fault.Action;
import org.speechservlet.local.fault.Fault;
import org.speechservlet.local.fault.Moment;
import org.speechservlet.local.fault.Target;

/**
 * Reads a fault from form fields, as {@code curl -d on=token -d do=503 -d for=PT3M} sends them. The
 * README has the table. Every method throws IllegalArgumentException, with a message for the
 * operator, when a value is wrong.
 */
final class FaultForm {

  private static final List<String> NAMES =
      List.of(
          "on",
          "at",
          "do",
          "stall",
          "retry-after",
          "replenish",
          "body",
          "after",
          "token-uses",
          "bytes",
          "count",
          "for");

  private static final Map<String, Moment> USUAL_MOMENTS =
      Map.of(
          "stall", Moment.BEFORE_ANSWER,
          "silence", Moment.BEFORE_ANSWER,
          "garbage", Moment.BEFORE_ANSWER,
          "disconnect", Moment.IN_ANSWER,
          "answer", Moment.MIDDLE);

  private final Fields fields;

  FaultForm(Fields fields) {
    this.fields = fields;
  }

  /** The fault that the fields describe. */
  Fault read() {
    checkNames();
    Target target = constant(Target.class, "on", Target.RECOGNITION);
    String what =
        value("do").orElseThrow(() -> new IllegalArgumentException("The field do is missing"));
    Moment moment = constant(Moment.class, "at", USUAL_MOMENTS.getOrDefault(what, Moment.START));
    Fault fault =
        Fault.on(target, moment, action(what))
            .afterRequests(number("after").orElse(0))
            .afterTokenUses(number("token-uses").orElse(0));
    fault = number("count").map(fault::times).orElse(fault);
    fault = number("bytes").map(fault::afterBodyBytes).orElse(fault);
    return duration("for").map(fault::lasting).orElse(fault);
  }

  private void checkNames() {
    for (Fields.Field field : fields) {
      if (!NAMES.contains(field.getName()) || field.hasMultipleValues()) {
        throw new IllegalArgumentException(
            "The field "
                + field.getName()
                + " is unknown or given twice; known are "
                + String.join(", ", NAMES));
      }
    }
  }

  private Action action(String what) {
    return switch (what) {
      case "quota" ->
          respond(KnownAnswers.quotaUsedUp(duration("replenish").orElse(Duration.ofHours(1))));
      case "text" -> respond(Answer.of(200, "text/plain", value("body").orElse("")));
      case "stall" -> new Action.Stall(duration("stall").orElse(Duration.ofSeconds(10)));
      case "silence" -> Action.Stall.forGood();
      case "reset" -> new Action.Reset();
      case "disconnect" -> new Action.Disconnect();
      case "garbage" -> new Action.Garbage();
      case "answer" -> new Action.AnswerEarly();
      default -> respond(withStatus(what));
    };
  }

  private Answer withStatus(String what) {
    if (!what.matches("[45][0-9][0-9]")) {
      throw new IllegalArgumentException(
          "The field do is "
              + what
              + "; it is a status (400 to 599) or one of quota, text, stall, silence, reset,"
              + " disconnect, garbage, answer");
    }
    Answer answer = KnownAnswers.withStatus(Integer.parseInt(what));
    return duration("retry-after").map(answer::withRetryAfter).orElse(answer);
  }

  private static Action respond(Answer answer) {
    return new Action.Respond(answer);
  }

  private <E extends Enum<E>> E constant(Class<E> type, String name, E whenAbsent) {
    Optional<String> value = value(name);
    for (E constant : type.getEnumConstants()) {
      if (value.isPresent() && value.get().equals(nameOf(constant))) {
        return constant;
      }
    }
    if (value.isPresent()) {
      throw new IllegalArgumentException(
          "The field " + name + " is " + value.get() + "; it is one of " + namesOf(type));
    }
    return whenAbsent;
  }

  /** The name of an enum's constant in forms and JSON: {@code before-answer}. */
  static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> String namesOf(Class<E> type) {
    return String.join(
        ", ", List.of(type.getEnumConstants()).stream().map(FaultForm::nameOf).toList());
  }

  private Optional<Integer> number(String name) {
    return value(name).map(text -> parseNumber(name, text));
  }

  private static Integer parseNumber(String name, String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The field " + name + " is " + text + "; it is a whole number", e);
    }
  }

  private Optional<Duration> duration(String name) {
    return value(name).map(text -> parseDuration(name, text));
  }

  private static Duration parseDuration(String name, String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "The field " + name + " is " + text + "; it is an ISO 8601 duration such as PT3M", e);
    }
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(fields.getValue(name));
  }
}
