package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * {@code POST recognize}: takes the audio in one request, or in many if this one says that more is
 * to come. Thread-safe.
 */
final class RecognizeResource {
  private static final String METHODS = "POST, OPTIONS";

  private final SpeechApplication application;
  private final Recognitions recognitions;
  private final Reception reception;
  private final RandomGenerator random;

  /**
   * @param random a cryptographically strong one, for the uploads' names
   */
  RecognizeResource(
      SpeechApplication application,
      Recognitions recognitions,
      Reception reception,
      RandomGenerator random) {
    this.application = application;
    this.recognitions = recognitions;
    this.reception = reception;
    this.random = random;
  }

  void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String id = RequestId.tell(response);
    application.crossOriginFields().add(request, response);
    if (request.getMethod().equals("OPTIONS")) {
      tellOptions(request, response);
    } else if (!request.getMethod().equals("POST")) {
      ProblemResponse.send(ErrorMapping.methodNotAllowed(METHODS), id, response);
    } else {
      reception.receive(request, response, browser -> recognize(id, request, browser));
    }
  }

  /** OPTIONS tells the limits of uploads, unless it asks about one (draft, section "Limits"). */
  private void tellOptions(HttpServletRequest request, HttpServletResponse response) {
    application.crossOriginFields().preflight(METHODS, request, response);
    if (request.getHeader(UploadFields.COMPLETE) == null) {
      response.setHeader(
          UploadFields.LIMIT,
          application.uploads().answers().limit(application.exchangeLimits().uploadIdleTimeout()));
    }
  }

  private void recognize(String id, HttpServletRequest request, Browser browser) {
    ExchangeLane lane = new ExchangeLane();
    UploadFields fields = UploadFields.of(request);
    recognitions.begin(
        id, request, fields.isPart() ? upload(id, request, fields, browser, lane) : browser, lane);
  }

  private LiveUpload upload(
      String id,
      HttpServletRequest request,
      UploadFields fields,
      Browser browser,
      ExchangeLane lane) {
    Append creation = new Append(fields, browser, lane, application.timers());
    application.uploads().track(creation);
    return new LiveUpload(
        UploadIdentity.create(id, request, application.settings().uploadRoute(), random),
        creation,
        lane,
        application.uploads());
  }
}
