package org.speechservlet.servlet;

import java.util.concurrent.Executor;

/**
 * An upload resource (Resumable Uploads for HTTP, section "Upload Resource"): one recognition's
 * audio that comes in several requests. Thread-safe; each browser given is completed some time.
 */
sealed interface UploadResource permits LiveUpload, FinishedUpload {
  UploadIdentity identity();

  /** Where an append to this resource runs. */
  Executor executor();

  /** Appends the content of a request, if it belongs here, and answers it. */
  void append(Append append);

  /** Answers with the offset. An append that is under way is ended before. */
  void tellOffset(Browser browser);

  /** Ends the upload, frees what it holds, and answers. */
  void cancel(Browser browser);
}
