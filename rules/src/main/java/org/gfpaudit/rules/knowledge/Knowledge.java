package org.gfpaudit.rules.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.Scope;

/**
 * Everything gfpaudit knows of the kernel. Immutable.
 *
 * <p>{@link #shipped} knows all releases; where a name changed its meaning it answers for the
 * newest. {@link #at} narrows it to one release.
 */
public final class Knowledge {
  private final Tables all;
  private final Tables held;
  private final Subsystems subsystems;
  private final Map<String, Sink> sinks;
  private final Map<String, MaskSource> functionSources;
  private final List<MaskSource> fieldSources;
  private final Map<String, Identity> identities;
  private final Map<String, ScopeRow> scopes;
  private final Map<String, Constrainer> constrainers;
  private final Map<String, Idiom> idioms;
  private final Map<String, RawSink> rawSinks;
  private final Map<String, List<Callback>> callbacks;

  /**
   * @param all the rows of all releases
   * @param held those of them that are asked for
   */
  private Knowledge(Tables all, Tables held, Subsystems subsystems) {
    this.all = all;
    this.held = held;
    this.subsystems = subsystems;
    this.sinks = byName(held.sinks().sinks(), Sink::name);
    List<MaskSource> sources = held.masks().sources();
    this.functionSources =
        byName(
            sources.stream().filter(s -> s.kind() == MaskSource.Kind.FUNCTION).toList(),
            MaskSource::name);
    this.fieldSources = sources.stream().filter(s -> s.kind() == MaskSource.Kind.FIELD).toList();
    this.identities = byName(held.masks().identities(), Identity::name);
    this.scopes = byName(held.scopes().scopes(), ScopeRow::name);
    this.constrainers = byName(held.mappings().constrainers(), Constrainer::name);
    this.idioms = byName(held.masks().idioms(), Idiom::name);
    this.rawSinks = byName(held.sinks().rawSinks(), RawSink::name);
    this.callbacks =
        held.scopes().callbacks().stream().collect(Collectors.groupingBy(Callback::name));
  }

  /**
   * The tables in the program itself.
   *
   * @throws KnowledgeException if a table is wrong
   */
  public static Knowledge shipped() {
    return read(Knowledge::resource);
  }

  /**
   * The tables in the program itself with more rows.
   *
   * @param rows the lines to add by the table's file name, {@code "sinks.tsv"}
   * @throws KnowledgeException if a row is wrong, or holds for a name and a release that have one
   */
  public static Knowledge shippedWith(Map<String, List<String>> rows) {
    return read(
        file -> {
          String text = resource(file);
          List<String> more = rows.getOrDefault(file, List.of());
          String end = more.isEmpty() ? "" : String.join("\n", more) + "\n";
          return (text.endsWith("\n") ? text : text + "\n") + end;
        });
  }

  /**
   * Tables from elsewhere.
   *
   * @param textOf the text of a table by its file name, {@code "sinks.tsv"}
   * @throws KnowledgeException if a table is wrong
   */
  public static Knowledge read(UnaryOperator<String> textOf) {
    Tables all = Tables.read(new KnowledgeReader(textOf));
    return new Knowledge(all, all, all.findings().subsystems());
  }

  /**
   * The rows that hold for one release.
   *
   * @throws IllegalArgumentException if {@code version} is no release
   */
  public Knowledge at(String version) {
    KernelVersion release = KernelVersion.parse(version);
    return where(row -> row.versions().contains(release));
  }

  /** Those of the rows of all releases that {@code holds} takes. */
  public Knowledge where(Predicate<Row> holds) {
    return new Knowledge(all, all.where(holds), subsystems);
  }

  /** Whether the same rows hold, of the same ones of all releases. */
  public boolean hasRowsOf(Knowledge other) {
    return all.rows().equals(other.all.rows()) && held.rows().equals(other.held.rows());
  }

  public Optional<Sink> sink(String name) {
    return Optional.ofNullable(sinks.get(name));
  }

  /** In the order of the table. */
  public Collection<Sink> sinks() {
    return sinks.values();
  }

  /** What a call of {@code function} has to do with a mapping's mask. */
  public Optional<MaskSource> source(String function) {
    return Optional.ofNullable(functionSources.get(function));
  }

  /**
   * What reading {@code field} has to do with a mapping's mask.
   *
   * @param owner {@code "struct address_space"}
   */
  public Optional<MaskSource> source(String owner, String field) {
    return fieldSources.stream()
        .filter(s -> s.name().equals(field) && s.owner().equals(owner))
        .findFirst();
  }

  /** Functions first, then fields. */
  public Collection<MaskSource> sources() {
    List<MaskSource> all = new ArrayList<>(functionSources.values());
    all.addAll(fieldSources);
    return Collections.unmodifiableList(all);
  }

  public Optional<Identity> identity(String function) {
    return Optional.ofNullable(identities.get(function));
  }

  /** In the order of the table. */
  public Collection<Identity> identities() {
    return identities.values();
  }

  /** In the order of the table: for one flag what it clears before what it sets. */
  public List<FgpEffect> fgpEffects() {
    return held.sinks().fgpEffects();
  }

  /** The same of all releases. */
  public List<FgpEffect> allFgpEffects() {
    return all.sinks().fgpEffects();
  }

  /** A function or a task flag. */
  public Optional<ScopeRow> scope(String name) {
    return Optional.ofNullable(scopes.get(name));
  }

  /** In the order of the table. */
  public Collection<ScopeRow> scopes() {
    return scopes.values();
  }

  /** Whether {@code name} stands for that. */
  public boolean isIdiom(Idiom.Kind kind, String name) {
    Idiom idiom = idioms.get(name);
    return idiom != null && idiom.kind() == kind;
  }

  /** The names of a kind, in the order of the table. */
  public List<String> idioms(Idiom.Kind kind) {
    return idioms.values().stream().filter(idiom -> idiom.kind() == kind).map(Idiom::name).toList();
  }

  /** Whether a call of {@code name} writes to what it is handed, whatever its body shows. */
  public boolean isWriter(String name) {
    Idiom idiom = idioms.get(name);
    return idiom != null
        && switch (idiom.kind()) {
          case ASSIGN, COPY, FILL, SET, SET_BEHIND, MAY_SET_BEHIND, SET_BIT -> true;
          default -> false;
        };
  }

  /** The names of which {@link #isWriter} holds, in the order of the table. */
  public List<String> writers() {
    return idioms.keySet().stream().filter(this::isWriter).toList();
  }

  /** The functions that allocate memory which the kernel itself addresses. */
  public Collection<RawSink> rawSinks() {
    return rawSinks.values();
  }

  public Optional<RawSink> rawSink(String function) {
    return Optional.ofNullable(rawSinks.get(function));
  }

  /** Whether {@code name} begins as the names of a kind do. */
  public boolean hasPrefix(Idiom.Kind kind, String name) {
    return idioms.values().stream()
        .anyMatch(idiom -> idiom.kind() == kind && name.startsWith(idiom.name()));
  }

  /** The function that opens or closes a scope, by the name that is in the table first. */
  public Optional<String> scopeFunction(ScopeRow.Kind kind, Scope scope) {
    return all.scopes().scopes().stream()
        .filter(row -> row.kind() == kind && row.scope().equals(Optional.of(scope)))
        .map(ScopeRow::name)
        .findFirst();
  }

  /** How {@code function} runs what it is handed as argument {@code position}, 0-based, later. */
  public Optional<Callback> callback(String function, int position) {
    return callbacks.getOrDefault(function, List.of()).stream()
        .filter(row -> row.function().index() == position)
        .findFirst();
  }

  /** What evidence is made from. */
  public EvidenceTables evidence() {
    return held.evidence();
  }

  /** What the consequences of masks are told by. */
  public ConsequenceTables consequences() {
    return held.findings().consequences();
  }

  /** Where reclaim enters code, and what happens there. */
  public ReclaimTables reclaim() {
    return held.findings().reclaim();
  }

  /** Whether a mapping, by its normal form, never allows high memory. */
  public boolean isLowMemory(AccessPath mapping) {
    return held.sinks().lowMemoryMappings().stream().anyMatch(row -> row.isMeant(mapping));
  }

  public Optional<Constrainer> constrainer(String function) {
    return Optional.ofNullable(constrainers.get(function));
  }

  /** In the order of the table. */
  public Collection<Constrainer> constrainers() {
    return constrainers.values();
  }

  /** How the subject of a patch to {@code file} starts, without the colon at its end. */
  public String subjectPrefix(String file) {
    return held.findings().subjectPrefixes().stream()
        .filter(row -> PathPattern.matches(row.path(), file))
        .findFirst()
        .map(row -> row.of(file))
        .orElse(file);
  }

  /** How a mask is constrained by a mapping, the best form first. */
  public List<MaskTemplate> maskTemplates() {
    return held.findings().maskTemplates();
  }

  /** The normal forms of paths to mappings. */
  public MappingForms mappingForms() {
    MappingTables rows = held.mappings();
    return new MappingForms(
        byName(rows.accessors(), Accessor::name),
        byName(rows.containers(), Container::name),
        byName(rows.freshObjects(), FreshObject::name),
        rows.equalities());
  }

  /** In the order of the table. */
  public List<Exemption> exemptions() {
    return held.findings().exemptions();
  }

  /** The first exemption that applies to findings of {@code rule} at such a site. */
  public Optional<Exemption> exemption(String rule, SiteFacts facts) {
    return exemptions().stream().filter(exemption -> exemption.applies(rule, facts)).findFirst();
  }

  /** Which subsystem a file belongs to. */
  public Subsystems subsystems() {
    return subsystems;
  }

  /**
   * The same tables for a tree that holds code from outside the kernel.
   *
   * @param moduleFiles accepts its files, by their path
   */
  public Knowledge withModule(Predicate<String> moduleFiles) {
    return new Knowledge(all, held, subsystems.with(moduleFiles));
  }

  /**
   * Which mappings a constrainer called in {@code function} of {@code file} is for; empty for every
   * inode of its file system.
   */
  public Optional<ConstrainedMapping> constrainedMapping(String file, String function) {
    return constrainedMappings().stream().filter(row -> row.covers(file, function)).findFirst();
  }

  /** In the order of the table. */
  public List<ConstrainedMapping> constrainedMappings() {
    return held.mappings().constrainedMappings();
  }

  /** The releases with a GFP table, oldest first. */
  public Collection<KernelVersion> gfpVersions() {
    return Collections.unmodifiableSet(gfpTables().keySet());
  }

  /**
   * The GFP names of the nearest known release that is not newer.
   *
   * @throws IllegalArgumentException if {@code version} is no release, or older than all known
   *     ones; the message lists those
   */
  public GfpTable forVersion(String version) {
    KernelVersion wanted;
    try {
      wanted = KernelVersion.parse(version);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + "; known are " + gfpVersions(), e);
    }
    GfpTable nearest = null;
    for (GfpTable table : gfpTables().values()) {
      nearest = table.version().compareTo(wanted) <= 0 ? table : nearest;
    }
    if (nearest == null) {
      throw new IllegalArgumentException(
          "no GFP table for kernel " + version + "; known are " + gfpVersions());
    }
    return nearest;
  }

  private SortedMap<KernelVersion, GfpTable> gfpTables() {
    return held.masks().gfpTables();
  }

  /** By name in the order of the table; of several rows the one for the newest release. */
  private static <T extends Row> Map<String, T> byName(List<T> rows, Function<T, String> nameOf) {
    Map<String, T> map = new LinkedHashMap<>();
    Map<String, T> newest = new HashMap<>();
    for (T row : rows) {
      T other = newest.get(nameOf.apply(row));
      if (other == null || other.versions().until().isPresent()) {
        newest.put(nameOf.apply(row), row);
      }
      map.put(nameOf.apply(row), newest.get(nameOf.apply(row)));
    }
    return Collections.unmodifiableMap(map);
  }

  private static String resource(String file) {
    try (InputStream in = Knowledge.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new KnowledgeException(file + ": the table is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
