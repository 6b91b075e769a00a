package org.speechservlet.tool;

import java.util.List;
import java.util.Optional;

/** Compares the Servlet API of a WAR with that of the drop-in. */
final class NamespaceMatch {
  private final War war;
  private final DropIn dropIn;
  private final NamespaceDecision decision;
  private final Optional<Namespace> told;

  /**
   * @param told what the user says about the WAR; empty if it is to be found out
   */
  NamespaceMatch(War war, DropIn dropIn, NamespaceDecision decision, Optional<Namespace> told) {
    this.war = war;
    this.dropIn = dropIn;
    this.decision = decision;
    this.told = told;
  }

  /**
   * Checks that they are the same.
   *
   * @throws FailureException if they are not, naming the JAR to run, or if it cannot be told
   */
  void check() throws FailureException {
    Optional<Namespace> wanted = told.or(decision::decide);
    if (wanted.isEmpty() && decision.isMixed()) {
      throw new FailureException(
          ExitCode.OTHER_NAMESPACE,
          ("%s refers to %s (%s) and to %s (%s). Say which of the two its server has:"
                  + " --namespace javax or --namespace jakarta.")
              .formatted(
                  war.path(),
                  Namespace.JAVAX.packageName(),
                  decision.evidence(Namespace.JAVAX),
                  Namespace.JAKARTA.packageName(),
                  decision.evidence(Namespace.JAKARTA)));
    } else if (wanted.isPresent() && wanted.get() != dropIn.namespace()) {
      throw other(wanted.get());
    }
  }

  private FailureException other(Namespace wanted) {
    String reason = told.isPresent() ? "--namespace" : decision.evidence(wanted);
    return new FailureException(
        ExitCode.OTHER_NAMESPACE,
        "%s is written for %s (%s), and this JAR is the one for %s. Run %s instead.%s"
            .formatted(
                war.path(),
                wanted.packageName(),
                reason,
                dropIn.namespace().packageName(),
                dropIn.fileNameFor(wanted),
                told.isPresent() || decision.isToldByClasses() ? "" : onlyDescriptor()));
  }

  private String onlyDescriptor() {
    return ("\nNo class of it says so, only web.xml: if it is deployed to a server with %s"
            + " (%s), repeat this with --namespace %s.")
        .formatted(
            dropIn.namespace().packageName(),
            dropIn.namespace().servers(),
            dropIn.namespace().word());
  }

  /** What a person should know about it. */
  List<String> advice() {
    if (told.isPresent()) {
      return List.of();
    } else if (decision.isMixed()) {
      Namespace other = dropIn.namespace().other();
      return List.of(
          ("there are classes for %s as well (%s), as in many libraries; the WAR was taken"
                  + " for one of %s")
              .formatted(
                  other.packageName(), decision.evidence(other), dropIn.namespace().packageName()));
    } else if (decision.decide().isEmpty()) {
      return List.of(
          "nothing in the WAR tells its Servlet API; it runs with this JAR on %s only"
              .formatted(dropIn.namespace().servers()));
    }
    return List.of();
  }
}
