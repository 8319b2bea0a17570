# The suite in a container, with the variables of .env.example:
#   docker build -t users-api-conformance .
#   docker run --rm --init -e BASE_URL -e CONTRACTS -e API_KEY -v "$PWD/reports:/home/node/reports" users-api-conformance
# tests/e2e/docker.test.ts runs these commands one by one.
FROM node:22-slim AS package
WORKDIR /source
COPY . .
RUN npm ci --no-audit --no-fund
RUN npm pack --pack-destination /

FROM node:22-slim
COPY --from=package /users-api-conformance-*.tgz /package.tgz
RUN npm install --global --no-audit --no-fund /package.tgz && rm /package.tgz
USER node
WORKDIR /home/node
ENTRYPOINT ["users-api-conformance"]
