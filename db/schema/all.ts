/** Every table, for the drizzle client and the migration generator. */
import * as applications from "./applications";
import * as audit from "./audit";
import * as calls from "./calls";
import * as discovery from "./discovery";
import * as files from "./files";
import * as jobs from "./jobs";
import * as mail from "./mail";
import * as outages from "./outages";
import * as people from "./people";
import * as platform from "./platform";
import * as register from "./register";
import * as review from "./review";
import * as territory from "./territory";
import * as workshops from "./workshops";

export const schema = {
  ...territory,
  ...people,
  ...files,
  ...register,
  ...calls,
  ...discovery,
  ...outages,
  ...applications,
  ...review,
  ...workshops,
  ...mail,
  ...jobs,
  ...audit,
  ...platform,
};
