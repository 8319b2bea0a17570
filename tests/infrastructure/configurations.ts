/** Configurations of real servers before one target, as people write them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { certificate } from './servers.ts'

const CERTIFICATE = certificate('good.pem')
const KEY = certificate('good.key')
const CLIENTS = certificate('client-ca.pem')

/** nginx with these servers. @param outside goes beside them, e.g. zones */
export function nginx(servers: string, outside = ''): (folder: string) => string {
  return (folder) => `
daemon off;
master_process off;
pid ${folder}/pid;
error_log ${folder}/error.log;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  ${outside}
  ${servers}
}`
}

/** Lines that make an nginx server speak TLS. */
export const NGINX_TLS = `ssl_certificate ${CERTIFICATE}; ssl_certificate_key ${KEY};`
/** Lines that make it ask for a client certificate. */
export const NGINX_CLIENTS = `ssl_client_certificate ${CLIENTS}; ssl_verify_client on;`

/** haproxy with these sections; `CRT` in them names the certificate with its key, `CLIENTS` the clients' authority. */
export function haproxy(sections: string): (folder: string) => string {
  return (folder) => {
    const pem = join(folder, 'both.pem')
    writeFileSync(pem, readFileSync(CERTIFICATE, 'utf8') + readFileSync(KEY, 'utf8'))
    return `
defaults
  mode http
  timeout connect 5s
  timeout client 30s
  timeout server 30s
${sections.replaceAll('CRT', pem).replaceAll('CLIENTS', CLIENTS)}
`
  }
}

/** Caddy with these sites; `TLS` in them names certificate and key. */
export function caddy(sites: string): () => string {
  return () => `
{
  admin off
  auto_https off
}
${sites.replaceAll('TLS', `${CERTIFICATE} ${KEY}`).replaceAll('CLIENTS', CLIENTS)}
`
}

/** Squid as a forward proxy that knows one host, which is this machine. */
export function squid(port: number, host: string, rules: string): (folder: string) => string {
  return (folder) => {
    writeFileSync(join(folder, 'hosts'), `127.0.0.1 ${host}\n`)
    return `
http_port 127.0.0.1:${port}
hosts_file ${folder}/hosts
pid_filename none
access_log none
cache_log ${folder}/cache.log
netdb_filename none
cache deny all
coredump_dir ${folder}
shutdown_lifetime 0 seconds
${rules}
`
  }
}

/** Tinyproxy as a forward proxy. */
export function tinyproxy(port: number, rules: string): () => string {
  return () => `
Port ${port}
Listen 127.0.0.1
Timeout 60
MaxClients 100
${rules}
`
}

/** Varnish before a target. @param more lines of VCL; absent: as it is installed, which keeps answers for a while */
export function varnish(behind: string, more = ''): () => string {
  const [host, port] = behind.split(':')
  return () => `
vcl 4.1;
backend default { .host = "${host}"; .port = "${port}"; }
${more}
`
}

/** Apache as a reverse proxy. @param more lines beside it */
export function apache(port: number, behind: string, more = ''): (folder: string) => string {
  return (folder) => `
ServerRoot ${folder}
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
Listen 127.0.0.1:${port}
ServerName localhost
${['mpm_event', 'authn_core', 'authz_core', 'authn_file', 'authz_user', 'auth_basic', 'proxy', 'proxy_http']
  .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
  .join('\n')}
AllowEncodedSlashes NoDecode
ProxyPass / http://${behind}/ nocanon
${more}
`
}
