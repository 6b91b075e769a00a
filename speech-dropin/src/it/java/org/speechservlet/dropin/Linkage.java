package org.speechservlet.dropin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Looks for what the virtual machine would answer with a {@link LinkageError}: classes, fields and
 * methods that are named and not there, and methods that are abstract where a concrete class ought
 * to have them.
 */
final class Linkage {
  /**
   * Names that stand for nothing, on purpose; annotations that no class that runs needs; and what
   * one class uses where the application has it.
   */
  private static final List<String> OPTIONAL =
      List.of(
          "org/speechservlet/shaded/absent/",
          "org/jspecify/annotations/",
          "io/micrometer/",
          "javax/cache/");

  /** What of the JDK a class names, its compiler has checked. */
  private static final String JDK = "java/";

  private final ClassPool pool;
  private final Map<String, References> references = new HashMap<>();
  private final Map<String, List<ClassNode>> lineages = new HashMap<>();

  Linkage(ClassPool pool) {
    this.pool = pool;
  }

  /** Every class that can be reached from the roots, the JDK's left out. */
  Set<String> reachable(Collection<String> roots) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      String name = open.pop();
      if (isChecked(name) && reached.add(name)) {
        pool.find(name).ifPresent(found -> open.addAll(of(found).types()));
      }
    }
    return reached;
  }

  /** What is wrong with the classes of these names. */
  List<String> problems(Collection<String> names) {
    List<String> problems = new ArrayList<>();
    for (String name : names) {
      Optional<ClassNode> found = pool.find(name);
      if (found.isEmpty()) {
        problems.add("class " + name + " is not there");
      } else {
        problems.addAll(problems(found.get()));
      }
    }
    return problems;
  }

  private List<String> problems(ClassNode node) {
    Stream<String> missing =
        of(node).members().stream()
            .filter(member -> isChecked(member.owner()))
            .filter(member -> pool.find(member.owner()).isPresent())
            .filter(member -> !isThere(member))
            .map(member -> member + " is not there, named by " + node.name);
    return Stream.concat(missing, isConcrete(node) ? unimplemented(node) : Stream.of()).toList();
  }

  private References of(ClassNode node) {
    return references.computeIfAbsent(node.name, name -> References.of(node));
  }

  private static boolean isChecked(String name) {
    return !name.startsWith("[") && !name.startsWith(JDK) && OPTIONAL.stream().noneMatch(name::startsWith);
  }

  private static boolean isConcrete(ClassNode node) {
    return (node.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) == 0;
  }

  private boolean isThere(References.Member member) {
    return lineage(member.owner()).stream()
        .anyMatch(type -> member.isField() ? hasField(type, member) : hasMethod(type, member));
  }

  private static boolean hasField(ClassNode type, References.Member member) {
    return type.fields.stream().anyMatch(field -> isNamed(field, member));
  }

  private static boolean isNamed(FieldNode field, References.Member member) {
    return field.name.equals(member.name()) && field.desc.equals(member.descriptor());
  }

  private static boolean hasMethod(ClassNode type, References.Member member) {
    return type.methods.stream()
        .anyMatch(
            method ->
                method.name.equals(member.name()) && method.desc.equals(member.descriptor()));
  }

  private Stream<String> unimplemented(ClassNode node) {
    Map<Boolean, Set<String>> isAbstract =
        lineage(node.name).stream()
            .flatMap(type -> type.methods.stream())
            .collect(
                Collectors.partitioningBy(
                    Linkage::isAbstract,
                    Collectors.mapping(method -> method.name + method.desc, Collectors.toSet())));
    return isAbstract.get(true).stream()
        .filter(method -> !isAbstract.get(false).contains(method))
        .map(method -> node.name + " does not implement " + method);
  }

  private static boolean isAbstract(MethodNode method) {
    return (method.access & Opcodes.ACC_ABSTRACT) != 0;
  }

  /** The class, its superclasses and all their interfaces, as far as they are there. */
  private List<ClassNode> lineage(String name) {
    return lineages.computeIfAbsent(name, this::findLineage);
  }

  private List<ClassNode> findLineage(String name) {
    Set<String> names = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (names.add(next)) {
        pool.find(next).ifPresent(node -> open.addAll(supertypes(node)));
      }
    }
    return names.stream().map(pool::find).flatMap(Optional::stream).toList();
  }

  private static List<String> supertypes(ClassNode node) {
    return Stream.concat(Stream.of(node.superName), node.interfaces.stream())
        .filter(Objects::nonNull)
        .toList();
  }
}
