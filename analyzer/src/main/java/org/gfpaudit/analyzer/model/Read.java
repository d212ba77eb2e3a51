package org.gfpaudit.analyzer.model;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.segment.Question;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/** Something that was read of a tree, and what it said. */
sealed interface Read {
  /** Whether it says the same now. */
  boolean isAsBefore(TreeNow now);

  /** Makes it count as read of the tree as it is now, where it says the same. */
  void note(TreeNow now);

  /**
   * A definition.
   *
   * @param bytes all of it
   */
  record Definition(Entity entity, SourceFile file, byte[] bytes) implements Read {
    @Override
    public boolean isAsBefore(TreeNow now) {
      return now.change().isSame(file)
          || (now.change().isSame(entity)
              && Arrays.equals(
                  bytes, bytes(now.program().textOf(entity), now.index().extent(entity))));
    }

    @Override
    public void note(TreeNow now) {
      now.program().ownReads().definition(entity);
    }

    /** Those of a definition in its file. */
    static byte[] bytes(SourceText text, Span extent) {
      return Arrays.copyOfRange(text.bytes(), extent.start(), extent.end());
    }
  }

  /** In which line, and where in it, a definition starts. */
  record Line(Entity entity, SourceFile file, int line, int column) implements Read {
    @Override
    public boolean isAsBefore(TreeNow now) {
      if (now.change().isSame(file)) {
        return true;
      }
      if (!now.change().isSame(entity)) {
        return false;
      }
      SourceText text = now.program().textOf(entity);
      int start = now.index().extent(entity).start();
      return text.line(start) == line && text.column(start) == column;
    }

    @Override
    public void note(TreeNow now) {
      now.program().noteLines(entity);
    }
  }

  /** Where a definition stands, in bytes. */
  record Stand(Entity entity, SourceFile file, Span extent, int nameOffset) implements Read {
    @Override
    public boolean isAsBefore(TreeNow now) {
      return now.change().isSame(file)
          || (now.change().isSame(entity)
              && now.index().extent(entity).equals(extent)
              && now.index().nameOffset(entity) == nameOffset);
    }

    @Override
    public void note(TreeNow now) {}
  }

  /** What a definition calls. */
  record Calls(Entity entity, SourceFile file, List<String> names) implements Read {
    @Override
    public boolean isAsBefore(TreeNow now) {
      return now.change().isSame(file)
          || (now.change().isSame(entity)
              && now.index().calls(entity).stream().map(now.index()::text).toList().equals(names));
    }

    @Override
    public void note(TreeNow now) {}
  }

  /** A function that could not be parsed whole, which the audit says of those that it parsed. */
  record Unclean(Entity entity) implements Read {
    @Override
    public boolean isAsBefore(TreeNow now) {
      // What is parsed, and by which types, is read besides.
      return now.change().isSame(entity);
    }

    @Override
    public void note(TreeNow now) {
      now.program().function(entity);
    }
  }

  /** Which files there are whose paths begin so. */
  record Paths(String start) implements Read {
    @Override
    public boolean isAsBefore(TreeNow now) {
      return now.change().areSamePaths(start);
    }

    @Override
    public void note(TreeNow now) {}
  }

  /** Whether there is a file of that path. */
  record At(String path) implements Read {
    @Override
    public boolean isAsBefore(TreeNow now) {
      return now.change().isSamePath(path);
    }

    @Override
    public void note(TreeNow now) {}
  }

  /** Which definitions a file has. */
  record Listed(SourceFile file) implements Read {
    @Override
    public boolean isAsBefore(TreeNow now) {
      return now.change().definesTheSame(file);
    }

    @Override
    public void note(TreeNow now) {
      now.index().entitiesOf(file);
    }
  }

  /**
   * Which definition a number is that of. An answer whose key is that number reads so, and nothing
   * notes it: {@link KeptTables} looks at the keys.
   */
  record Means(Entity entity) implements Read {
    @Override
    public boolean isAsBefore(TreeNow now) {
      return now.change().isSame(entity);
    }

    @Override
    public void note(TreeNow now) {}
  }

  /** A question about a name, which the index answers. */
  record Answer(Question question, String name) implements Read {
    @Override
    public boolean isAsBefore(TreeNow now) {
      return now.change().isAnsweredTheSame(question, name);
    }

    @Override
    public void note(TreeNow now) {
      now.index().ask(question, name);
    }
  }

  /** A whole file. */
  record Whole(SourceFile file) implements Read {
    @Override
    public boolean isAsBefore(TreeNow now) {
      return now.change().isSame(file);
    }

    @Override
    public void note(TreeNow now) {
      now.program().ownReads().whole(file);
    }
  }

  /** Whether a pattern is in a file. */
  record Search(SourceFile file, Pattern pattern, boolean isFound) implements Read {
    @Override
    public boolean isAsBefore(TreeNow now) {
      return now.change().isSame(file)
          || (now.change().isThere(file) && now.program().isFound(file, pattern) == isFound);
    }

    @Override
    public void note(TreeNow now) {
      now.program().ownReads().search(file, pattern.pattern(), isFound);
    }
  }

  /** The condition under which a file is built. */
  record Built(String path, PresenceCondition condition) implements Read {
    @Override
    public boolean isAsBefore(TreeNow now) {
      return now.kbuild().conditionOf(path).equals(condition);
    }

    @Override
    public void note(TreeNow now) {
      now.kbuild().conditionOf(path);
    }
  }
}
