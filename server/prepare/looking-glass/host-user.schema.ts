/** A user's name as useradd(8) takes it, so that it says one thing in each file that names it. */
export const hostUserName = /^[a-z_][a-z0-9_.-]{0,31}\$?$/;
