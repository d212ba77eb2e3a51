package org.gfpaudit.rules.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gfpaudit.rules.finding.Audience;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.knowledge.TsvTable.Line;
import org.gfpaudit.rules.mask.Scope;

/** Reads the tables and checks each row. */
final class KnowledgeReader {
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

  private final UnaryOperator<String> textOf;

  /**
   * @param textOf the text of a table by its file name, {@code "sinks.tsv"}
   */
  KnowledgeReader(UnaryOperator<String> textOf) {
    this.textOf = textOf;
  }

  List<Sink> sinks() {
    return distinct(
        "sinks.tsv",
        table("sinks.tsv", "name family mask mapping fgp since until origin")
            .rows(
                line ->
                    new Sink(
                        name(line, "name"),
                        line.word("family", Sink.Family.values(), Sink.Family::word),
                        new Sink.Arguments(
                            line.argument("mask").orElseThrow(() -> missing("mask")),
                            line.argument("mapping"),
                            line.argument("fgp")),
                        line.versions(),
                        line.text("origin"))),
        Sink::name);
  }

  List<MaskSource> sources() {
    return distinct(
        "sources.tsv",
        table("sources.tsv", "kind owner name mapping and or since until origin")
            .rows(KnowledgeReader::source),
        source -> source.owner() + "." + source.name());
  }

  private static MaskSource source(Line line) {
    MaskSource source =
        new MaskSource(
            line.word("kind", MaskSource.Kind.values(), KnowledgeReader::word),
            line.optional("owner").orElse(""),
            name(line, "name"),
            new MaskSource.Form(line.index("mapping"), line.index("and"), line.list("or", '|')),
            line.versions(),
            line.text("origin"));
    boolean isField = source.kind() == MaskSource.Kind.FIELD;
    if (isField == source.owner().isEmpty() || isField == source.mapping().isPresent()) {
      throw new IllegalArgumentException(
          "a field has an owner, a function has a mapping argument, neither has both");
    }
    return source;
  }

  List<Identity> identities() {
    return distinct(
        "identities.tsv",
        table("identities.tsv", "name argument since until origin")
            .rows(
                line ->
                    new Identity(
                        name(line, "name"),
                        line.index("argument").orElseThrow(() -> missing("argument")),
                        line.versions(),
                        line.text("origin"))),
        Identity::name);
  }

  List<FgpEffect> fgpEffects() {
    return distinct(
        "fgp.tsv",
        table("fgp.tsv", "flag effect bits since until origin").rows(KnowledgeReader::fgpEffect),
        effect -> effect.flag() + " " + effect.kind());
  }

  private static FgpEffect fgpEffect(Line line) {
    FgpEffect effect =
        new FgpEffect(
            name(line, "flag"),
            line.word("effect", FgpEffect.Kind.values(), KnowledgeReader::word),
            line.list("bits", '|'),
            line.versions(),
            line.text("origin"));
    if ((effect.kind() == FgpEffect.Kind.CREATES) != effect.bits().isEmpty()) {
      throw new IllegalArgumentException("clears and sets name bits, creates does not");
    }
    return effect;
  }

  List<ScopeRow> scopes() {
    return distinct(
        "scopes.tsv",
        table("scopes.tsv", "kind name scope since until origin")
            .rows(
                line ->
                    new ScopeRow(
                        line.word("kind", ScopeRow.Kind.values(), KnowledgeReader::word),
                        name(line, "name"),
                        scope(line),
                        line.versions(),
                        line.text("origin"))),
        ScopeRow::name);
  }

  private static Optional<Scope> scope(Line line) {
    return line.text("scope").equals("argument")
        ? Optional.empty()
        : Optional.of(
            line.word(
                "scope", Scope.values(), scope -> scope == Scope.NONE ? "none" : scope.name()));
  }

  List<Idiom> idioms() {
    return distinct(
        "idioms.tsv",
        table("idioms.tsv", "kind name since until origin")
            .rows(
                line ->
                    new Idiom(
                        line.word("kind", Idiom.Kind.values(), KnowledgeReader::word),
                        name(line, "name"),
                        line.versions(),
                        line.text("origin"))),
        Idiom::name);
  }

  List<Constrainer> constrainers() {
    return distinct(
        "constrainers.tsv",
        table("constrainers.tsv", "name target mask fixed since until origin")
            .rows(KnowledgeReader::constrainer),
        Constrainer::name);
  }

  private static Constrainer constrainer(Line line) {
    Constrainer constrainer =
        new Constrainer(
            name(line, "name"),
            line.word("target", Constrainer.Target.values(), KnowledgeReader::word),
            line.index("mask"),
            line.optional("fixed"),
            line.versions(),
            line.text("origin"));
    if (constrainer.mask().isPresent() == constrainer.fixed().isPresent()) {
      throw new IllegalArgumentException("either mask or fixed has a value, and not both");
    }
    return constrainer;
  }

  List<Exemption> exemptions() {
    return table("exemptions.tsv", "kind name rules level reason origin")
        .rows(KnowledgeReader::exemption);
  }

  private static Exemption exemption(Line line) {
    Exemption.Kind kind = line.word("kind", Exemption.Kind.values(), KnowledgeReader::word);
    String name = line.text("name");
    if (kind == Exemption.Kind.PROPERTY
        && Arrays.stream(SiteProperty.values()).noneMatch(p -> p.word().equals(name))) {
      throw new IllegalArgumentException("no property is called '" + name + "'");
    }
    List<String> rules = line.list("rules", ',');
    String level = line.text("level");
    return new Exemption(
        kind,
        name,
        rules.equals(List.of("*")) ? Set.of() : Set.copyOf(rules),
        level.equals("off")
            ? Optional.empty()
            : Optional.of(line.word("level", Level.values(), Level::word)),
        line.text("reason"),
        line.text("origin"));
  }

  Subsystems subsystems() {
    return new Subsystems(
        table("subsystems.tsv", "path name kind origin").rows(KnowledgeReader::subsystem));
  }

  private static SubsystemRow subsystem(Line line) {
    String name = line.text("name");
    boolean counts = name.matches("[1-9]");
    return new SubsystemRow(
        line.text("path"),
        counts ? "" : name,
        counts ? OptionalInt.of(Integer.parseInt(name)) : OptionalInt.empty(),
        line.word("kind", Subsystem.Kind.values(), Subsystem.Kind::word),
        line.text("origin"));
  }

  List<ConstrainedMapping> constrainedMappings() {
    return table("constrained-mappings.tsv", "path function mappings names about origin")
        .rows(KnowledgeReader::constrainedMapping);
  }

  private static ConstrainedMapping constrainedMapping(Line line) {
    Audience audience = line.word("mappings", Audience.values(), Audience::word);
    List<String> names = line.list("names", ',');
    if (audience == Audience.INODES) {
      throw new IllegalArgumentException("inodes is the default and needs no row");
    }
    if (audience == Audience.NAMED && names.isEmpty()) {
      throw missing("names");
    }
    return new ConstrainedMapping(
        line.text("path"),
        line.text("function"),
        audience,
        names,
        line.text("about"),
        line.text("origin"));
  }

  SortedMap<KernelVersion, GfpTable> gfpTables() {
    SortedMap<KernelVersion, SortedMap<String, GfpTable.Composition>> names = new TreeMap<>();
    table("gfp.tsv", "version name atoms origin")
        .rows(
            line -> {
              KernelVersion version = KernelVersion.parse(line.text("version"));
              Map<String, GfpTable.Composition> known =
                  names.computeIfAbsent(version, v -> new TreeMap<>());
              if (known.put(name(line, "name"), composition(line)) != null) {
                throw new IllegalArgumentException(
                    "a second row for " + line.text("name") + " of " + version);
              }
              return line.text("origin");
            });
    SortedMap<KernelVersion, GfpTable> tables = new TreeMap<>();
    names.forEach((version, byName) -> tables.put(version, new GfpTable(version, byName)));
    return tables;
  }

  private static GfpTable.Composition composition(Line line) {
    String atoms = line.text("atoms");
    boolean complement = atoms.startsWith("~");
    String list = complement ? atoms.substring(1) : atoms;
    if (list.isEmpty() || list.equals("0")) {
      return new GfpTable.Composition(List.of(), complement);
    }
    List<String> names = List.of(list.split("\\|", -1));
    if (names.stream().anyMatch(name -> !name.matches("__GFP_[A-Z0-9_]+"))) {
      throw new IllegalArgumentException("atoms are names like __GFP_FS joined by |, not " + atoms);
    }
    return new GfpTable.Composition(names, complement);
  }

  TsvTable table(String file, String columns) {
    return TsvTable.read(file, textOf.apply(file), columns.split(" "));
  }

  static <T extends Row> List<T> distinct(String file, List<T> rows, Function<T, String> keyOf) {
    Map<String, List<T>> byKey = new TreeMap<>();
    for (T row : rows) {
      List<T> same = byKey.computeIfAbsent(keyOf.apply(row), key -> new ArrayList<>());
      if (same.stream().anyMatch(other -> other.versions().overlaps(row.versions()))) {
        throw new KnowledgeException(
            file + ": two rows for " + keyOf.apply(row) + " hold for the same release");
      }
      same.add(row);
    }
    return rows;
  }

  static String name(Line line, String column) {
    String name = line.text(column);
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("'" + name + "' is not a C name");
    }
    return name;
  }

  static IllegalArgumentException missing(String column) {
    return new IllegalArgumentException("column " + column + " must have a value");
  }

  private static <E extends Enum<E>> String word(E value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
