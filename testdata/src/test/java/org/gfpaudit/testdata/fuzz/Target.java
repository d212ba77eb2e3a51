package org.gfpaudit.testdata.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.kbuild.CompileCommands;
import org.gfpaudit.analyzer.kbuild.Configuration;
import org.gfpaudit.analyzer.kbuild.Kbuild;
import org.gfpaudit.analyzer.kbuild.MalformedConfigurationException;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.mail.Mailbox;
import org.gfpaudit.analyzer.mail.PatchException;
import org.gfpaudit.analyzer.mail.PatchedFiles;
import org.gfpaudit.analyzer.mail.Series;
import org.gfpaudit.analyzer.patch.MaintainersFile;
import org.gfpaudit.analyzer.settings.MalformedSettingsException;
import org.gfpaudit.analyzer.settings.SettingsReader;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.parse.KernelParser;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.reports.json.JsonBaseline;
import org.gfpaudit.reports.json.MalformedResultException;

/**
 * What of the program reads bytes that others wrote. Each takes any bytes: it understands them, or
 * refuses them with the exception that its contract names. Anything else is a mistake.
 */
enum Target {
  /** The scanner, and what its index says. */
  SCANNER(6_000) {
    @Override
    void take(byte[] bytes) {
      ScannedBytes.check(bytes);
    }
  },

  /** The lexer, the classifier and the parser, of each kind of definition. */
  PARSER(2_500) {
    @Override
    void take(byte[] bytes) {
      SourceText text = new SourceText("fuzz.c", bytes);
      Span all = new Span(0, bytes.length);
      KernelParser parser = new KernelParser(name -> name.endsWith("_t"));
      parser
          .parseFunction(text, all)
          .variants()
          .forEach(variant -> requireInside(variant.tree().body().span(), bytes.length));
      parser.parseMacro(text, all);
      parser.parseDeclaration(text, all);
      parser.parseExpression(text, all);
    }
  },

  /** Conditions of {@code #if}: one that was printed is the same when it is read again. */
  CONDITION(20_000) {
    @Override
    void take(byte[] bytes) {
      PresenceCondition condition = PresenceCondition.parse(text(bytes));
      PresenceCondition again = PresenceCondition.parse(condition.toString());
      require(condition.implies(condition), "a condition does not imply itself");
      require(
          condition.isSatisfiable() == again.isSatisfiable(), "a condition is printed otherwise");
      condition.and(condition.not());
    }
  },

  /** Makefiles of a directory and of the tree. */
  MAKEFILE(5_000) {
    @Override
    void take(byte[] bytes) {
      Map<String, byte[]> files = Map.of("d/Makefile", bytes, "Makefile", bytes, "d/f.c", bytes);
      new Kbuild(MemoryTree.ofBytes("fuzz", files)).conditionOf("d/f.c");
    }
  },

  /** Parts of an index, and what an earlier audit found, both with the right checksums. */
  SEGMENT(5_000) {
    @Override
    void take(byte[] bytes) throws IOException {
      StoredBytes.checkSegment(bytes);
    }
  },

  /** What an earlier audit found, under the right mark. */
  MEMO(8_000) {
    @Override
    void take(byte[] bytes) {
      StoredBytes.checkMemo(bytes);
    }
  },

  /** Settings files. */
  SETTINGS(4_000) {
    @Override
    void take(byte[] bytes) {
      try {
        SettingsReader.read("fuzz.yml", text(bytes));
      } catch (MalformedSettingsException e) {
        requireMessage(e);
      }
    }
  },

  /** Baselines: reports that are read back. */
  BASELINE(20_000) {
    @Override
    void take(byte[] bytes) {
      try {
        JsonBaseline.read("fuzz.json", bytes);
      } catch (MalformedResultException e) {
        requireMessage(e);
      }
    }
  },

  /** Mails and the patches in them. */
  PATCH(4_000) {
    private static final int MOST_BYTES = 1 << 20;

    @Override
    void take(byte[] bytes) {
      try {
        PatchedFiles files =
            PatchedFiles.of(MemoryTree.ofBytes("fuzz", Map.of("fs/a.c", bytes, "f.c", bytes)));
        for (Series.Entry entry : Series.of(Mailbox.read("fuzz", bytes, MOST_BYTES)).patches()) {
          files.with(entry);
        }
      } catch (PatchException e) {
        requireMessage(e);
      }
    }
  },

  /** The file MAINTAINERS. */
  MAINTAINERS(8_000) {
    @Override
    void take(byte[] bytes) {
      new MaintainersFile(bytes).of(List.of("fs/xfs/xfs_aops.c", "drivers/block/loop.c", "a"));
    }
  },

  /** {@code .config} and {@code compile_commands.json}. */
  BUILD(10_000) {
    @Override
    void take(byte[] bytes) {
      try {
        Configuration.parse("fuzz", bytes).allows(PresenceCondition.symbol("CONFIG_A"));
      } catch (MalformedConfigurationException e) {
        requireMessage(e);
      }
      try {
        CompileCommands.parse("fuzz", bytes, Path.of("/tree"));
      } catch (MalformedConfigurationException e) {
        requireMessage(e);
      }
    }
  };

  private final int executions;

  Target(int executions) {
    this.executions = executions;
  }

  /** How often CI runs it. */
  int executions() {
    return executions;
  }

  /**
   * Reads bytes.
   *
   * @throws IllegalStateException where what came of them breaks a contract
   */
  abstract void take(byte[] bytes) throws IOException;

  /** Texts to start from. */
  List<byte[]> seeds() throws IOException {
    return new ArrayList<>(Seeds.of(this));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void require(boolean holds, String mistake) {
    if (!holds) {
      throw new IllegalStateException(mistake);
    }
  }

  private static void requireInside(Span span, int length) {
    require(span.start() >= 0 && span.end() <= length, "a span leads out of the text");
  }

  private static void requireMessage(Exception e) {
    require(e.getMessage() != null && !e.getMessage().isBlank(), "a mistake without a word");
  }
}
