package org.speechservlet.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.speechservlet.audio.ContentType;

/**
 * {@code uploads/<name>}: lets an upload's owner append to it, ask for its offset, or cancel it.
 * Thread-safe.
 */
final class UploadsResource {
  private static final Logger LOG = LoggerFactory.getLogger(UploadsResource.class);
  private static final String METHODS = "PATCH, HEAD, GET, DELETE, OPTIONS";

  private final SpeechApplication application;
  private final Reception reception;

  UploadsResource(SpeechApplication application, Reception reception) {
    this.application = application;
    this.reception = reception;
  }

  void handle(String name, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    application.crossOriginFields().add(request, response);
    UploadResource upload = find(name, request);
    String id =
        upload == null
            ? RequestId.tell(response)
            : RequestId.tell(upload.identity().requestId(), response);
    switch (request.getMethod()) {
      case "OPTIONS" -> application.crossOriginFields().preflight(METHODS, request, response);
      case "PATCH" ->
          reception.receive(request, response, browser -> patch(id, upload, request, browser));
      case "HEAD", "GET", "DELETE" -> visit(id, upload, request, response);
      default -> ProblemResponse.send(ErrorMapping.methodNotAllowed(METHODS), id, response);
    }
  }

  /** The upload, if it is there and belongs to who asks: the two must look the same. */
  private @Nullable UploadResource find(String name, HttpServletRequest request) {
    UploadResource upload = application.uploads().find(name);
    return upload != null && upload.identity().admits(request) ? upload : null;
  }

  private void visit(
      String id,
      @Nullable UploadResource upload,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (!application.crossSitePolicy().permits(request)) {
      ProblemResponse.send(ErrorMapping.crossSite(), id, response);
    } else if (upload == null) {
      ProblemResponse.send(UploadProblems.unknownUpload(), id, response);
    } else if (request.getMethod().equals("DELETE")) {
      reception.receive(request, response, upload::cancel);
    } else {
      reception.receive(request, response, upload::tellOffset);
    }
  }

  private void patch(
      String id, @Nullable UploadResource upload, HttpServletRequest request, Browser browser) {
    UploadFields fields = UploadFields.of(request);
    Executor executor = upload == null ? strangers(id) : upload.executor();
    Append append = new Append(fields, browser, executor, application.timers());
    application.uploads().track(append);
    Problem problem = problem(upload, fields, request);
    if (upload != null && problem == null) {
      upload.append(append);
    } else if (problem != null) {
      executor.execute(() -> append.finish(UploadAnswers.problem(problem, id)));
    }
  }

  private static Executor strangers(String id) {
    return new SerialExecutor(
        failure ->
            LogContext.of(
                id,
                () ->
                    LOG.error(
                        "{} failed by a defect; please report it with this trace", id, failure)));
  }

  private @Nullable Problem problem(
      @Nullable UploadResource upload, UploadFields fields, HttpServletRequest request) {
    if (!application.crossSitePolicy().permits(request)) {
      return ErrorMapping.crossSite();
    }
    if (upload == null) {
      return UploadProblems.unknownUpload();
    }
    if (!ContentType.parse(request.getContentType()).type().equals(Append.CONTENT_TYPE)) {
      return UploadProblems.notPartialUpload();
    }
    if (fields.offset().isEmpty()) {
      return UploadProblems.missing(UploadFields.OFFSET, "8044");
    }
    return fields.complete() == null ? UploadProblems.missing(UploadFields.COMPLETE, "?0") : null;
  }
}
