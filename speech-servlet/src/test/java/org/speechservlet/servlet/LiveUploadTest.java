package org.speechservlet.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.speechservlet.servlet.UploadAssertions.assertAppended;
import static org.speechservlet.servlet.UploadAssertions.assertFinal;
import static org.speechservlet.servlet.UploadAssertions.assertNothingLeft;
import static org.speechservlet.servlet.UploadAssertions.assertProblem;
import static org.speechservlet.servlet.UploadAssertions.field;

import org.junit.jupiter.api.Test;

/** What an upload resource does between the browsers on one side and a recognition on the other. */
class LiveUploadTest {

  @Test
  void creation_isAnsweredOnceItsContentWasTaken() {
    UploadScene scene = new UploadScene(FakeBrowser.sending("abc"), -1);
    assertFalse(scene.creator.startedReading);

    scene.begin();

    assertEquals(201, scene.creator.answer().status());
    assertEquals("uploads/" + scene.identity.name(), field(scene.creator, "Location"));
    assertEquals(scene.identity.token(), field(scene.creator, "Upload-Token"));
    assertEquals("3", field(scene.creator, "Upload-Offset"));
    assertEquals("?0", field(scene.creator, "Upload-Complete"));
    assertEquals("max-size=1000, max-age=17", field(scene.creator, "Upload-Limit"));
    assertEquals("abc", scene.heard.toString());
    assertEquals(1, scene.registry.waitingCount());
  }

  @Test
  void creationWithoutContent_isAnUploadToo() {
    UploadScene scene = UploadScene.createdWith("");

    assertEquals("0", field(scene.creator, "Upload-Offset"));
    assertAppended(scene.patch(0, false, "abc"), 3);
  }

  @Test
  void creationThatIsRefused_isAnsweredForGoodAndLeavesNothing() {
    UploadScene scene = new UploadScene(FakeBrowser.sending("abc"), -1);

    scene.execute(() -> scene.refuse(ErrorMapping.crossSite()));

    assertFinal(scene.creator, 403, "cross-site");
    assertNothingLeft(scene);
  }

  @Test
  void creationThatIsCut_endsTheRecognition() {
    FakeBrowser creator = new FakeBrowser(10).send("abc");
    UploadScene scene = new UploadScene(creator, -1);
    scene.begin();

    creator.cut();

    assertTrue(scene.ended);
    assertFinal(creator, 400, "incomplete-upload");
    assertNothingLeft(scene);
  }

  @Test
  void creationThatEndsBeforeItsLength_endsTheRecognition_asNobodyCouldGoOnWithIt() {
    FakeBrowser creator = new FakeBrowser(10).send("abc").end();
    UploadScene scene = new UploadScene(creator, -1);

    scene.begin();

    assertTrue(scene.ended);
    assertFinal(creator, 400, "incomplete-upload");
    assertNothingLeft(scene);
  }

  @Test
  void appends_makeOneBody() {
    UploadScene scene = UploadScene.createdWith("abc");
    assertAppended(scene.patch(3, false, "defghi"), 9);
    assertAppended(scene.patch(9, false, ""), 9);
    FakeBrowser last = scene.patch(9, true, "j");
    assertTrue(scene.heardAll);
    assertFalse(last.completed);
    assertEquals(0, scene.registry.waitingCount());

    scene.recognized("words");

    assertEquals("abcdefghij", scene.heard.toString());
    assertFinal(last, 200, "words");
    assertNothingLeft(scene);
  }

  @Test
  void append_isAcknowledgedOnlyWhenTheRecognitionHasTakenIt() {
    UploadScene scene = UploadScene.createdWith("");
    scene.hasRoom = false;
    FakeBrowser browser = scene.patch(0, false, "abc");
    assertTrue(browser.answers.isEmpty());

    scene.hasRoom = true;
    scene.execute(scene::pump);

    assertAppended(browser, 3);
  }

  @Test
  void wrongOffset_isRefusedWithTheRightOneAndChangesNothing() {
    UploadScene scene = UploadScene.createdWith("abc");
    FakeBrowser repeated = scene.patch(0, false, "abc");

    assertProblem(repeated, 409, "mismatching-upload-offset");
    assertEquals("3", field(repeated, "Upload-Offset"));
    assertEquals("?0", field(repeated, "Upload-Complete"));
    assertAppended(scene.patch(3, false, "def"), 6);
    assertEquals("abcdef", scene.heard.toString());
  }

  @Test
  void appendThatIsCut_countsAsFarAsItCame() {
    UploadScene scene = UploadScene.createdWith("abc");
    FakeBrowser cut = scene.patch(3, false, new FakeBrowser(10).send("de"));
    cut.cut();
    assertTrue(cut.completed);

    FakeBrowser asking = scene.head();

    assertEquals(204, asking.answer().status());
    assertEquals("5", field(asking, "Upload-Offset"));
    assertEquals("?0", field(asking, "Upload-Complete"));
    assertEquals("max-size=1000, max-age=17", field(asking, "Upload-Limit"));
    assertAppended(scene.patch(5, false, "fg"), 7);
    assertEquals("abcdefg", scene.heard.toString());
  }

  @Test
  void appendThatEndsBeforeItsLength_countsAsFarAsItCame() {
    UploadScene scene = UploadScene.createdWith("abc");

    FakeBrowser early = scene.patch(3, true, new FakeBrowser(10).send("de").end());

    assertProblem(early, 400, "incomplete-append");
    assertFalse(scene.heardAll);
    assertAppended(scene.patch(5, false, "f"), 6);
  }

  @Test
  void appendWhileAnotherGoesOn_takesOver() {
    UploadScene scene = UploadScene.createdWith("");
    FakeBrowser first = scene.patch(0, false, new FakeBrowser(10).send("ab"));

    FakeBrowser second = scene.patch(2, false, "cd");
    first.send("XX");

    assertProblem(first, 409, "superseded");
    assertAppended(second, 4);
    assertEquals("abcd", scene.heard.toString());
  }

  @Test
  void appendWithWrongOffsetWhileAnotherGoesOn_endsThatOneToo() {
    UploadScene scene = UploadScene.createdWith("");
    FakeBrowser first = scene.patch(0, false, new FakeBrowser(10).send("ab"));

    FakeBrowser second = scene.patch(0, false, "ab");

    assertProblem(first, 409, "superseded");
    assertEquals("2", field(second, "Upload-Offset"));
  }

  @Test
  void headWhileAnAppendGoesOn_endsItSoThatTheOffsetStaysTrue() {
    UploadScene scene = UploadScene.createdWith("");
    FakeBrowser first = scene.patch(0, false, new FakeBrowser(10).send("ab"));

    assertEquals("2", field(scene.head(), "Upload-Offset"));
    first.send("XX");

    assertProblem(first, 409, "superseded");
    assertAppended(scene.patch(2, false, "c"), 3);
    assertEquals("abc", scene.heard.toString());
  }

  @Test
  void deleteWhileAnAppendGoesOn_endsAllAndKeepsNothing() {
    UploadScene scene = UploadScene.createdWith("");
    FakeBrowser append = scene.patch(0, false, new FakeBrowser(10).send("ab"));

    FakeBrowser deleting = scene.delete();

    assertEquals(204, deleting.answer().status());
    assertTrue(deleting.completed);
    assertProblem(append, 409, "superseded");
    assertTrue(scene.ended);
    assertEquals(0, scene.registry.keptCount());
    assertNothingLeft(scene);
  }

  @Test
  void requestThatMeetsAnUploadJustDeleted_isToldThatThereIsNone() {
    UploadScene scene = UploadScene.createdWith("abc");
    scene.delete();

    assertProblem(scene.patch(3, false, "def"), 404, "unknown-upload");
    assertProblem(scene.head(), 404, "unknown-upload");
    assertEquals(204, scene.delete().answer().status());
    assertEquals("abc", scene.heard.toString());
    assertNothingLeft(scene);
  }

  @Test
  void lengthThatIsExceeded_endsTheUpload() {
    UploadScene scene = new UploadScene(FakeBrowser.sending("abc"), 5);
    scene.begin();

    FakeBrowser append = scene.patch(3, false, new FakeBrowser(-1).send("def").end());

    assertFinal(append, 400, "inconsistent-upload-length");
    assertTrue(scene.ended);
  }

  @Test
  void lastAppendBeforeTheLengthIsThere_endsTheUpload() {
    UploadScene scene = new UploadScene(FakeBrowser.sending("abc"), 5);
    scene.begin();

    FakeBrowser append = scene.patch(3, true, new FakeBrowser(-1).send("d").end());

    assertFinal(append, 400, "inconsistent-upload-length");
    assertFalse(scene.heardAll);
  }

  @Test
  void wrongOffsetFromABrowserThatWaits_costsItNoUpload() {
    UploadScene scene = UploadScene.createdWith("abc");
    FakeBrowser waiting = new FakeBrowser(10);
    waiting.waitsForContinue = true;

    scene.patch(0, false, waiting);

    assertProblem(waiting, 409, "mismatching-upload-offset");
    assertFalse(waiting.startedReading);
  }

  @Test
  void stop_endsWhatWaitsAndLetsFinishWhatIsComplete() {
    UploadScene waiting = UploadScene.createdWith("abc");
    UploadScene complete = UploadScene.createdWith("abc");
    FakeBrowser last = complete.patch(3, true, "de");

    waiting.registry.stopIncomplete(ErrorMapping.internal());
    complete.registry.stopIncomplete(ErrorMapping.internal());

    assertTrue(waiting.ended);
    assertFalse(complete.ended);
    complete.recognized("words");
    assertFinal(last, 200, "words");
  }

  @Test
  void close_leavesNoAnswerNoTimerAndNoRequest() {
    UploadScene scene = UploadScene.createdWith("abc");
    FakeBrowser draining = scene.patch(3, false, new FakeBrowser(10).send("d"));
    scene.recognized("words");

    scene.registry.close();

    assertTrue(draining.completed);
    assertNull(scene.registry.find(scene.identity.name()));
    assertEquals(0, scene.timers.pendingCount());
  }
}
