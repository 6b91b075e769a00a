package org.speechservlet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.local.audio.Failures.messageOf;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.util.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.speechservlet.local.answer.KnownAnswers;
import org.speechservlet.local.fault.Action;
import org.speechservlet.local.fault.Fault;
import org.speechservlet.local.fault.Moment;
import org.speechservlet.local.fault.Target;

final class FaultFormTest {

  @Test
  void read_everyField_isInTheFault() {
    Fault fault =
        read("on=recognition", "at=start", "do=401", "token-uses=3", "count=2", "for=PT1M");
    assertEquals(
        Fault.on(
                Target.RECOGNITION,
                Moment.START,
                new Action.Respond(KnownAnswers.invalidCredential()))
            .afterTokenUses(3)
            .times(2)
            .lasting(Duration.ofMinutes(1)),
        fault);
  }

  @Test
  void read_statusWithRetryAfter_hasTheHeader() {
    Action.Respond action =
        (Action.Respond) read("on=token", "do=429", "retry-after=PT9S").action();
    assertEquals("9", action.answer().headers().get("Retry-After"));
  }

  @Test
  void read_middle_isWhereTheBytesSay() {
    Fault fault = read("at=middle", "do=reset", "bytes=100", "after=1");
    assertEquals(100, fault.bodyBytes());
    assertEquals(1, fault.skipCount());
  }

  @Test
  void read_stall_takesItsTime() {
    assertEquals(new Action.Stall(Duration.ofSeconds(5)), read("do=stall", "stall=PT5S").action());
    assertEquals(Optional.empty(), read("do=silence").duration());
  }

  @ParameterizedTest
  @CsvSource({
    "503, START",
    "quota, START",
    "text, START",
    "reset, START",
    "stall, BEFORE_ANSWER",
    "silence, BEFORE_ANSWER",
    "garbage, BEFORE_ANSWER",
    "disconnect, IN_ANSWER",
    "answer, MIDDLE"
  })
  void read_withoutAMoment_isTheUsualOne(String what, Moment moment) {
    assertEquals(moment, read("do=" + what).moment());
  }

  @ParameterizedTest
  @CsvSource({
    "do, The field do is missing",
    "do=explode, The field do is explode; it is a status (400 to 599) or one of quota",
    "do=200, The field do is 200",
    "do=reset&on=moon, The field on is moon; it is one of token%recognition",
    "do=reset&at=MIDDLE, The field at is MIDDLE; it is one of start%middle",
    "do=reset&count=many, The field count is many; it is a whole number",
    "do=reset&for=3m, The field for is 3m; it is an ISO 8601 duration such as PT3M",
    "do=reset&colour=red, The field colour is unknown or given twice",
    "do=reset&do=503, The field do is unknown or given twice"
  })
  void read_wrongField_saysWhichAndWhatIsRight(String form, String message) {
    String[] pairs = form.equals("do") ? new String[0] : form.split("&", -1);
    String actual = messageOf(IllegalArgumentException.class, () -> read(pairs));
    assertTrue(actual.contains(message.replace("%", ", ")), actual);
  }

  private static Fault read(String... pairs) {
    Fields fields = new Fields(true);
    for (String pair : pairs) {
      String[] nameAndValue = pair.split("=", 2);
      fields.add(nameAndValue[0], nameAndValue[1]);
    }
    return new FaultForm(fields).read();
  }
}
