import createClient from "openapi-fetch";

import { CMS_URL } from "../config";
import type { Problem, paths } from "./schema";

const client = createClient<paths>({ baseUrl: CMS_URL, redirect: "error" });

/** The CMS refused a request, or did not answer as its document says. */
export class Refused extends Error {
  readonly status: number;
  readonly places: string[];

  constructor(status: number, problem?: Problem) {
    super(problem?.detail ?? `The CMS answered ${status}.`);
    this.status = status;
    this.places = (problem?.errors ?? []).map((fault) => `${(fault.loc ?? []).join(" ")}: ${fault.msg}`);
  }
}

type Answer<T> = { data?: T; error?: Problem; response: Response };

/** Return what was asked for, or throw `Refused`. */
export async function answered<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked;
  if (data === undefined) throw new Refused(response.status, error);
  return data;
}

export default client;
