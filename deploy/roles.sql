-- The database of the portal and its two roles, on a server that has neither. Run once as a superuser, with psql 15 or later:
--   PLUS_DB_OWNER_PASSWORD=… PLUS_DB_APP_PASSWORD=… psql --set=ON_ERROR_STOP=1 --dbname=postgres --file=deploy/roles.sql
-- plus_owner owns the schema and runs « migrate »; plus_app, the portal, may read and write rows and never the schema.
-- docker-compose.yml does the same; a test compares the two.
-- A statement that fails would stand in the log of the server, with its password.
set log_min_error_statement = 'panic';
set log_statement = 'none';
set log_min_duration_statement = -1;
\getenv owner_password PLUS_DB_OWNER_PASSWORD
\getenv app_password PLUS_DB_APP_PASSWORD
create role plus_owner login password :'owner_password';
create role plus_app login password :'app_password';
create database plus_portal owner plus_owner template template0 encoding 'UTF8' locale_provider icu icu_locale 'fr-FR' locale 'C.UTF-8';
\connect plus_portal
alter default privileges for role plus_owner grant select, insert, update, delete on tables to plus_app;
alter default privileges for role plus_owner grant usage, select on sequences to plus_app;
