package org.speechservlet.dropin;

import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;

/** Everything that a class file names: types, members of other classes, constant strings. */
final class References {

  /**
   * A field or method that an instruction names.
   *
   * @param owner internal name of the class that the instruction names
   */
  record Member(String owner, String name, String descriptor) implements Comparable<Member> {
    boolean isField() {
      return !descriptor.startsWith("(");
    }

    @Override
    public int compareTo(Member other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return owner + "." + name + descriptor;
    }
  }

  private final Set<String> types = new TreeSet<>();
  private final Set<Member> members = new TreeSet<>();
  private final Set<String> strings = new TreeSet<>();

  private References() {}

  static References of(ClassNode node) {
    References found = new References();
    node.accept(new ClassRemapper(Opcodes.ASM9, found.new Constants(), found.new Types()) {});
    return found;
  }

  /** Internal names, those in generic signatures and annotations among them. */
  Set<String> types() {
    return types;
  }

  Set<Member> members() {
    return members;
  }

  Set<String> strings() {
    return strings;
  }

  private void addHandle(Object constant) {
    if (constant instanceof Handle handle) {
      members.add(new Member(handle.getOwner(), handle.getName(), handle.getDesc()));
    }
  }

  private final class Types extends Remapper {
    Types() {
      super(Opcodes.ASM9);
    }

    @Override
    public String map(String internalName) {
      types.add(internalName);
      return internalName;
    }
  }

  private final class Constants extends ClassVisitor {
    Constants() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new Instructions();
    }
  }

  private final class Instructions extends MethodVisitor {
    Instructions() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      members.add(new Member(owner, name, descriptor));
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      members.add(new Member(owner, name, descriptor));
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        addHandle(argument);
      }
    }

    @Override
    public void visitLdcInsn(Object value) {
      addHandle(value);
      if (value instanceof String text) {
        strings.add(text);
      }
    }
  }
}
