"""Translates template.yaml as SAM does, without AWS, once for each case on standard input.

Usage: translate.py template.yaml [--api] < cases.json

A case is an object with "parameters" (values that differ from the defaults), "code" (the S3 key of the code) and "globals"
(properties of Globals.Function that differ). The output is an array with one object for each case: for each function the logical ID
of its version, and its properties with parameters and conditions resolved. With --api it is for each resource of the HTTP API, and for
each function and its permissions, that this case creates: its properties, resolved likewise.
"""

import copy
import json
import os
import re
import sys

REGION = "eu-central-1"
os.environ["AWS_DEFAULT_REGION"] = REGION

import boto3  # noqa: E402
from samtranslator.parser.parser import Parser  # noqa: E402
from samtranslator.translator.translator import Translator  # noqa: E402
from samtranslator.yaml_helper import yaml_parse  # noqa: E402

# Not part of a published version.
UNVERSIONED = ["ReservedConcurrentExecutions", "Tags"]
NOTHING = object()
API = ["AWS::ApiGatewayV2::Api", "AWS::ApiGatewayV2::Stage", "AWS::Lambda::Function", "AWS::Lambda::Permission"]


class Evaluation:
    """Resolves the intrinsic functions that the template uses, as CloudFormation does. References to resources stay as they are."""

    def __init__(self, template, parameters):
        self.conditions = template.get("Conditions", {})
        self.values = {name: str(each["Default"]) for name, each in template["Parameters"].items() if "Default" in each}
        self.values.update(parameters)
        self.values.update({"AWS::StackName": "stockroom", "AWS::Region": REGION, "AWS::Partition": "aws", "AWS::AccountId": "123456789012",
                            "AWS::URLSuffix": "amazonaws.com", "AWS::NoValue": NOTHING})

    def of(self, value):
        if isinstance(value, list):
            return [item for item in map(self.of, value) if item is not NOTHING]
        if not isinstance(value, dict):
            return value
        if len(value) == 1:
            name, argument = next(iter(value.items()))
            if name == "Ref":
                return self.values.get(argument, value)
            if name == "Fn::If":
                return self.of(argument[1 if self.holds({"Condition": argument[0]}) else 2])
            if name == "Fn::Join":
                return [argument[0], self.of(argument[1])]
            if name == "Fn::Sub" and isinstance(argument, list):
                return {name: [argument[0], self.of(argument[1])]}
            if name == "Fn::Sub":
                return re.sub(r"\$\{([\w:.]+)\}", lambda match: str(self.values.get(match.group(1), match.group(0))), argument)
            if name.startswith("Fn::") and name != "Fn::GetAtt":
                raise ValueError(f"{name} is not supported here")
        resolved = {name: self.of(each) for name, each in value.items()}
        return {name: each for name, each in resolved.items() if each is not NOTHING}

    def holds(self, condition):
        name, argument = next(iter(condition.items()))
        if name == "Condition":
            return self.holds(self.conditions[argument])
        if name == "Fn::Equals":
            return str(self.of(argument[0])) == str(self.of(argument[1]))
        if name == "Fn::Not":
            return not self.holds(argument[0])
        if name in ("Fn::And", "Fn::Or"):
            return (all if name == "Fn::And" else any)(map(self.holds, argument))
        raise ValueError(f"{name} is not supported here")


def translate(source, case, of_api):
    source = copy.deepcopy(source)
    shared = source["Globals"]["Function"]
    shared.update(case.get("globals", {}))
    # What sam package writes: an object that is named after the content's hash.
    shared["CodeUri"] = "s3://bucket/" + case.get("code", "0123456789abcdef")
    # CloudFormation passes all values as text.
    parameters = {name: str(value) for name, value in case.get("parameters", {}).items()}
    values = {name: str(each["Default"]) for name, each in source["Parameters"].items() if "Default" in each}
    translated = Translator({}, Parser(), boto_session=boto3.session.Session(region_name=REGION)).translate(source, {**values, **parameters})
    evaluation = Evaluation(source, parameters)
    if of_api:
        return {name: evaluation.of(resource["Properties"]) for name, resource in translated["Resources"].items()
                if resource["Type"] in API and ("Condition" not in resource or evaluation.holds({"Condition": resource["Condition"]}))}
    functions = {}
    for name, resource in translated["Resources"].items():
        if resource["Type"] == "AWS::Lambda::Function":
            properties = {key: each for key, each in resource["Properties"].items() if key not in UNVERSIONED}
            functions[name] = {"properties": evaluation.of(properties)}
    for name, resource in translated["Resources"].items():
        if resource["Type"] == "AWS::Lambda::Version":
            functions[resource["Properties"]["FunctionName"]["Ref"]]["version"] = name
    return functions


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        template = yaml_parse(file.read())
    json.dump([translate(template, case, "--api" in sys.argv) for case in json.load(sys.stdin)], sys.stdout, sort_keys=True)
