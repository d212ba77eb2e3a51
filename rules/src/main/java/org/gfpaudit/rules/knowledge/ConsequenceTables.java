package org.gfpaudit.rules.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gfpaudit.rules.finding.InodeKind;

/** What the consequence of a mask is told by: kinds of inodes, devices, and what reclaim does. */
public final class ConsequenceTables {
  private final List<InodeKindRow> inodeKinds;
  private final List<DeviceWord> deviceWords;
  private final List<DeviceRow> devices;
  private final List<GateRow> gates;
  private final List<OperationWord> operationWords;

  ConsequenceTables(
      List<InodeKindRow> inodeKinds,
      List<DeviceWord> deviceWords,
      List<DeviceRow> devices,
      List<GateRow> gates,
      List<OperationWord> operationWords) {
    this.inodeKinds = List.copyOf(inodeKinds);
    this.deviceWords = List.copyOf(deviceWords);
    this.devices = List.copyOf(devices);
    this.gates = List.copyOf(gates);
    this.operationWords = List.copyOf(operationWords);
  }

  ConsequenceTables where(Predicate<Row> holds) {
    return new ConsequenceTables(
        Row.holding(inodeKinds, holds),
        Row.holding(deviceWords, holds),
        Row.holding(devices, holds),
        Row.holding(gates, holds),
        Row.holding(operationWords, holds));
  }

  /** The kind that a function's result, a field or a test tells. */
  public Optional<InodeKind> kind(InodeKindRow.How how, String name) {
    return inodeKinds.stream()
        .filter(row -> row.how() == how && row.name().equals(name))
        .findFirst()
        .flatMap(InodeKindRow::kind);
  }

  /** The names of rows of one sort, in the order of the table. */
  public List<String> names(InodeKindRow.How how) {
    return inodeKinds.stream().filter(row -> row.how() == how).map(InodeKindRow::name).toList();
  }

  /**
   * The kind of inode that a function gets which stands in a table of operations.
   *
   * @param field {@code "inode_operations.symlink"}
   * @param type of the parameter that leads to the inode, {@code "struct dentry"}
   */
  public Optional<InodeKind> kindByOperation(String field, String type) {
    return inodeKinds.stream()
        .filter(row -> row.how() == InodeKindRow.How.OPERATION && row.name().equals(field))
        .filter(row -> row.by().filter(type::equals).isPresent())
        .findFirst()
        .flatMap(InodeKindRow::kind);
  }

  /** The names of a kind, in the order of the table. */
  public List<String> deviceWords(DeviceWord.Kind kind) {
    return deviceWords.stream().filter(row -> row.kind() == kind).map(DeviceWord::name).toList();
  }

  /** The names of a kind that say which calls through tables are believed. */
  public List<String> operationWords(OperationWord.Kind kind) {
    return operationWords.stream()
        .filter(row -> row.kind() == kind)
        .map(OperationWord::name)
        .toList();
  }

  /** What is assumed of drivers that serve devices from files. */
  public List<DeviceRow> devices() {
    return devices;
  }

  /** What is assumed of the driver in {@code file}. */
  public Optional<DeviceRow> device(String file) {
    return devices.stream().filter(row -> PathPattern.matches(row.path(), file)).findFirst();
  }

  /** What reclaim does in this release and not in all. */
  public List<GateRow> gates() {
    return gates;
  }

  /** Whether reclaim enters what has that name. */
  public Optional<GateRow> gate(String name) {
    return gates.stream().filter(row -> row.name().equals(name)).findFirst();
  }
}
