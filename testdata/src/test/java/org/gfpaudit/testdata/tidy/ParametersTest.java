package org.gfpaudit.testdata.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.gfpaudit.testdata.tidy.Repository.TextFile;
import org.junit.jupiter.api.Test;

/**
 * No constructor, method or record of the program takes more than six parameters: more are not read
 * but counted, and two of one type are exchanged without anybody seeing it. What belongs together
 * becomes a record with a name.
 */
class ParametersTest {
  private static final int MOST_PARAMETERS = 6;

  @Test
  void nothingTakesMoreThanSix() throws IOException {
    Set<String> found = new TreeSet<>();
    for (CompilationUnitTree unit : parsed()) {
      unit.accept(new Counting(found), "");
    }
    assertEquals(Set.of(), found);
  }

  private static Iterable<? extends CompilationUnitTree> parsed() throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (TextFile file : Repository.files()) {
      if (file.isMainJava()) {
        sources.add(new InMemory(file));
      }
    }
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, sources);
    return task.parse();
  }

  /** A source file as the compiler reads it. */
  private static final class InMemory extends SimpleJavaFileObject {
    private final String text;

    InMemory(TextFile file) {
      super(URI.create("string:///" + file.path()), Kind.SOURCE);
      text = file.text();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Notes what takes too many parameters, by class and name; goes down with the name of both. */
  private static final class Counting extends TreeScanner<Void, String> {
    private final Set<String> found;

    Counting(Set<String> found) {
      this.found = found;
    }

    @Override
    public Void visitClass(ClassTree type, String outer) {
      String name =
          outer.isEmpty() ? "" + type.getSimpleName() : outer + "." + type.getSimpleName();
      if (type.getKind() == Tree.Kind.RECORD) {
        note(name, (int) type.getMembers().stream().filter(Counting::isComponent).count());
      }
      return super.visitClass(type, name);
    }

    /** The fields of a record that are not static are its components. */
    private static boolean isComponent(Tree member) {
      return member instanceof VariableTree field
          && !field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    @Override
    public Void visitMethod(MethodTree method, String type) {
      note(type + "." + method.getName(), method.getParameters().size());
      return super.visitMethod(method, type);
    }

    private void note(String name, int parameters) {
      if (parameters > MOST_PARAMETERS) {
        found.add(name);
      }
    }
  }
}
