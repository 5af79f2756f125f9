import { headCell, headRow } from "./table-classes";

export interface TableHeadProps {
  columns: readonly string[];
  /** Whether each row ends with a menu. */
  hasMenus?: boolean;
  /** Classes of a column, by its name. */
  classes?: Readonly<Record<string, string>>;
}

/** The names of a table's columns. */
export function TableHead({ columns, hasMenus = false, classes = {} }: TableHeadProps) {
  return (
    <thead className={headRow}>
      <tr>
        {columns.map((name) => (
          <th key={name} scope="col" className={`${headCell} ${classes[name] ?? ""}`}>
            {name}
          </th>
        ))}
        {hasMenus ? (
          <th scope="col" className={headCell}>
            <span className="sr-only">Actions</span>
          </th>
        ) : null}
      </tr>
    </thead>
  );
}
