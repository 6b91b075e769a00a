package org.speechservlet.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a web application declares for us: the init-params of our filters and servlets, and the
 * context-params that start with {@code speech.}.
 *
 * @param initParams names without {@code speech.}
 * @param contextParams names with {@code speech.}
 */
public record DeclaredParameters(List<Declaration> initParams, List<Declaration> contextParams) {

  /** Nothing is declared. */
  public static final DeclaredParameters NONE = new DeclaredParameters(List.of(), List.of());

  /** Copies the lists. */
  public DeclaredParameters {
    initParams = List.copyOf(initParams);
    contextParams = List.copyOf(contextParams);
  }

  /** Returns these and others; of two of the same name these count. */
  public DeclaredParameters before(DeclaredParameters others) {
    return new DeclaredParameters(
        joined(initParams, others.initParams), joined(contextParams, others.contextParams));
  }

  private static List<Declaration> joined(List<Declaration> first, List<Declaration> then) {
    List<Declaration> all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }

  @Nullable Found findInitParam(Setting<?> setting) {
    return first(initParams, setting.bareName());
  }

  @Nullable Found findContextParam(Setting<?> setting) {
    return first(contextParams, setting.name());
  }

  private static @Nullable Found first(List<Declaration> declarations, String name) {
    for (Declaration declaration : declarations) {
      if (declaration.name().equals(name)) {
        return new Found(declaration.text(), declaration.place());
      }
    }
    return null;
  }

  /** Returns a sentence for each name that is no setting, and for each contradiction. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    KnownSettings.ALL.forEach(setting -> addContradictions(setting, problems));
    List<String> bareNames = KnownSettings.ALL.stream().map(Setting::bareName).toList();
    List<String> names = KnownSettings.ALL.stream().map(Setting::name).toList();
    initParams.forEach(param -> addUnknown(param, bareNames, problems));
    contextParams.forEach(param -> addUnknown(param, names, problems));
    return problems;
  }

  private void addContradictions(Setting<?> setting, List<String> problems) {
    Found first = findInitParam(setting);
    for (Declaration other : initParams) {
      if (first != null
          && other.name().equals(setting.bareName())
          && !other.text().strip().equals(first.text().strip())) {
        problems.add(
            setting.name()
                + " has two values: "
                + shown(setting, first.text(), first.place())
                + " and "
                + shown(setting, other.text(), other.place())
                + "; all of them share one, so leave one of the two out");
      }
    }
  }

  private static String shown(Setting<?> setting, String text, String place) {
    return setting.masked(text.strip()) + " (" + place + ")";
  }

  private static void addUnknown(Declaration param, List<String> known, List<String> problems) {
    if (known.contains(param.name())) {
      return;
    }
    String nearest = NearestName.of(param.name(), known);
    problems.add(param.place() + " is not a setting; the nearest one there is called " + nearest);
  }
}
