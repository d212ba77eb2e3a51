package org.gfpaudit.analyzer.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.graph.Direction;
import org.gfpaudit.reports.format.SourceUrl;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.fix.StrategyName;

/**
 * The words that options and arguments take, where these are a fixed set: one class for each, as
 * picocli wants it. Completions offer them; a test holds them against what the commands accept.
 */
final class Candidates {
  private Candidates() {}

  /** Words that are made when somebody asks, for most runs never do. */
  abstract static class Words implements Iterable<String> {
    private final Supplier<? extends Collection<String>> words;

    Words(Supplier<? extends Collection<String>> words) {
      this.words = words;
    }

    @Override
    public final Iterator<String> iterator() {
      return words.get().iterator();
    }
  }

  static final class Levels extends Words {
    Levels() {
      super(() -> LevelOption.words().keySet());
    }
  }

  static final class FailOn extends Words {
    FailOn() {
      super(() -> LevelOption.failing().keySet());
    }
  }

  static final class Colors extends Words {
    Colors() {
      super(() -> List.of("auto", "always", "never"));
    }
  }

  static final class Directions extends Words {
    Directions() {
      super(
          () ->
              Arrays.stream(Direction.values())
                  .map(each -> each.name().toLowerCase(Locale.ROOT))
                  .toList());
    }
  }

  static final class Groups extends Words {
    Groups() {
      super(() -> List.of("subsystem"));
    }
  }

  static final class Mails extends Words {
    Mails() {
      super(() -> PatchCommand.ways().keySet());
    }
  }

  static final class Maintainers extends Words {
    Maintainers() {
      super(() -> PatchMail.Source.words().keySet());
    }
  }

  static final class SourceUrls extends Words {
    SourceUrls() {
      super(SourceUrl::readyNames);
    }
  }

  static final class Strategies extends Words {
    Strategies() {
      super(() -> Arrays.stream(StrategyName.values()).map(StrategyName::word).toList());
    }
  }

  static final class Verdicts extends Words {
    Verdicts() {
      super(() -> Arrays.stream(Verdict.values()).map(Verdict::word).toList());
    }
  }

  static final class Rules extends Words {
    Rules() {
      super(() -> RuleCatalog.all().stream().map(rule -> rule.id()).toList());
    }
  }

  /** What may follow {@code -W}. */
  static final class Switches extends Words {
    Switches() {
      super(
          () ->
              Stream.concat(Stream.of("all"), RuleCatalog.all().stream().map(rule -> rule.id()))
                  .flatMap(word -> Stream.of(word, "no-" + word))
                  .toList());
    }
  }

  static final class Shells extends Words {
    Shells() {
      super(() -> CompletionCommand.scripts().keySet());
    }
  }

  static final class Actions extends Words {
    Actions() {
      super(() -> List.of("write"));
    }
  }
}
