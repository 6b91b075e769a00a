package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.servlet.UploadAssertions.assertFinal;
import static org.speechservlet.servlet.UploadAssertions.assertNothingLeft;
import static org.speechservlet.servlet.UploadAssertions.assertProblem;
import static org.speechservlet.servlet.UploadAssertions.field;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who gets the answer of an upload, and how long it is kept. */
class LiveUploadAnswerTest {

  @Test
  void repeatedLastAppendThatBreaks_isStillToldTheAnswer() {
    UploadScene scene = UploadScene.createdWith("abc");
    scene.patch(3, true, "def");
    FakeBrowser repeated = scene.patch(3, true, new FakeBrowser(3).send("d"));

    repeated.breakOff();
    assertTrue(repeated.answers.isEmpty());
    scene.recognized("words");

    assertFinal(repeated, 200, "words");
    assertNothingLeft(scene);
  }

  @Test
  void deleteOfAKeptAnswer_forgetsIt() {
    UploadScene scene = UploadScene.createdWith("a");
    scene.recognized("words");
    assertEquals(1, scene.registry.keptCount());

    assertEquals(204, scene.delete().answer().status());

    assertEquals(0, scene.registry.keptCount());
    assertNothingLeft(scene);
  }

  @Test
  void answerWithNobodyThere_isKeptForTheNextAppend() {
    UploadScene scene = UploadScene.createdWith("abc");

    scene.execute(() -> scene.refuse(ErrorMapping.stalled("No bytes came.")));

    assertEquals(0, scene.registry.waitingCount());
    assertFinal(scene.patch(3, false, "def"), 408, "upload-stalled");
    assertEquals("abc", scene.heard.toString());
  }

  @Test
  void answerInTheMiddleOfAnAppend_isGivenAtOnceAndTheRestDropped() {
    UploadScene scene = UploadScene.createdWith("abc");
    FakeBrowser append = scene.patch(3, false, new FakeBrowser(10).send("d"));

    scene.recognized("words");

    assertEquals("?1", field(append, "Upload-Complete"));
    assertTrue(append.answer().closeConnection());
    assertTrue(scene.ended, "the recognition does not wait for the rest");
    assertFalse(append.completed);
    append.send("efghijklm").end();
    assertTrue(append.completed);
    assertEquals("abcd", scene.heard.toString());
  }

  @Test
  void answerInTheMiddleOfASilentAppend_leavesIt5Seconds() {
    UploadScene scene = UploadScene.createdWith("abc");
    FakeBrowser append = scene.patch(3, false, new FakeBrowser(10).send("d"));
    scene.recognized("words");

    scene.timers.advance(Duration.ofSeconds(5));

    assertTrue(append.completed);
  }

  @Test
  void repeatedLastAppend_getsTheSameAnswer() {
    UploadScene scene = UploadScene.createdWith("abc");
    FakeBrowser last = scene.patch(3, true, "de");
    scene.recognized("words");

    assertFinal(last, 200, "words");
    assertFinal(scene.patch(3, true, "de"), 200, "words");
    assertFinal(scene.patch(5, true, ""), 200, "words");
    assertEquals("abcde", scene.heard.toString());
  }

  @Test
  void repeatedLastAppendBeforeTheAnswer_waitsForItInTheOldOnesPlace() {
    UploadScene scene = UploadScene.createdWith("abc");
    FakeBrowser lost = scene.patch(3, true, "de");
    FakeBrowser repeated = scene.patch(3, true, "de");
    assertProblem(lost, 409, "superseded");
    assertTrue(repeated.answers.isEmpty());

    scene.recognized("words");

    assertFinal(repeated, 200, "words");
    assertEquals("abcde", scene.heard.toString());
  }

  @Test
  void headBetweenTheLastAppendAndTheAnswer_tellsThatThereIsNone() {
    UploadScene scene = UploadScene.createdWith("abc");
    scene.patch(3, true, "de");

    FakeBrowser asking = scene.head();

    assertEquals("?0", field(asking, "Upload-Complete"));
    assertEquals("5", field(asking, "Upload-Offset"));
    assertEquals("5", field(asking, "Upload-Length"));
    FakeBrowser again = scene.patch(5, true, "");
    scene.recognized("words");
    assertFinal(again, 200, "words");
  }

  @Test
  void headAfterTheAnswer_tellsThatThereIsOneAndHowLongItIsKept() {
    UploadScene scene = UploadScene.createdWith("abc");
    scene.recognized("words");
    scene.timers.advance(Duration.ofSeconds(10));

    FakeBrowser asking = scene.head();

    assertEquals("?1", field(asking, "Upload-Complete"));
    assertEquals("3", field(asking, "Upload-Offset"));
    assertEquals("max-size=1000, max-age=20", field(asking, "Upload-Limit"));
  }
}
