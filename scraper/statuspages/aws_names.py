"""What AWS's status dashboard means by its keys: services, regions, and a post's last words."""

from __future__ import annotations

import re

_REGION = re.compile(r"-((?:af|ap|ca|cn|eu|il|me|mx|sa|us)(?:-[a-z]{2,9}){1,2}-\d)$")
_PLACE = re.compile(r"^(?P<name>.{1,200}?) *\((?P<place>[^()]{1,60})\)$")
_OVER = re.compile(
    r"\b(?:is|are) (?:now )?operating normally|\bissues? (?:has|have) been (?:fully )?resolved"
    r"|\bservice (?:has )?(?:fully )?recovered",
    re.I,
)
# The dashboard's icons: 0 is operating normally.
_SEVERITIES = {"1": "informational", "2": "degradation", "3": "disruption"}
# The feed of all services names them by key alone; these post most often.
_SERVICES = {
    "apigateway": "Amazon API Gateway",
    "appstream2": "Amazon AppStream 2.0",
    "athena": "Amazon Athena",
    "awsiot": "AWS IoT Core",
    "batch": "AWS Batch",
    "bedrock": "Amazon Bedrock",
    "billingconsole": "AWS Billing Console",
    "certificatemanager": "AWS Certificate Manager",
    "chime": "Amazon Chime",
    "cloudformation": "AWS CloudFormation",
    "cloudfront": "Amazon CloudFront",
    "cloudwatch": "Amazon CloudWatch",
    "cognito": "Amazon Cognito",
    "connect": "Amazon Connect",
    "directconnect": "AWS Direct Connect",
    "directoryservice": "AWS Directory Service",
    "dynamodb": "Amazon DynamoDB",
    "ec2": "Amazon Elastic Compute Cloud",
    "ecr": "Amazon Elastic Container Registry",
    "ecs": "Amazon Elastic Container Service",
    "eks": "Amazon Elastic Kubernetes Service",
    "elasticache": "Amazon ElastiCache",
    "elasticbeanstalk": "AWS Elastic Beanstalk",
    "elasticsearch": "Amazon OpenSearch Service",
    "elb": "Amazon Elastic Load Balancing",
    "emr": "Amazon EMR",
    "events": "Amazon EventBridge",
    "fargate": "AWS Fargate",
    "glue": "AWS Glue",
    "iam": "AWS Identity and Access Management",
    "internetconnectivity": "AWS Internet Connectivity",
    "kinesis": "Amazon Kinesis Data Streams",
    "lambda": "AWS Lambda",
    "management-console": "AWS Management Console",
    "natgateway": "AWS NAT Gateway",
    "rds": "Amazon Relational Database Service",
    "redshift": "Amazon Redshift",
    "route53": "Amazon Route 53",
    "s3": "Amazon Simple Storage Service",
    "ses": "Amazon Simple Email Service",
    "sns": "Amazon Simple Notification Service",
    "sqs": "Amazon Simple Queue Service",
    "sso": "AWS IAM Identity Center",
    "supportcenter": "AWS Support Center",
    "vpc": "Amazon Virtual Private Cloud",
    "workspaces": "Amazon WorkSpaces",
}


def region_code(key: str) -> str:
    """Return the region in a dashboard key; empty where the service has none.

    >>> region_code("ec2-us-gov-west-1"), region_code("route53"), region_code("s3-us-standard")
    ('us-gov-west-1', '', 'us-east-1')
    """
    if key.endswith("-us-standard"):  # what the region was called when S3 had one
        return "us-east-1"
    found = _REGION.search(key)
    return found[1] if found else ""


def service_name(key: str) -> str:
    """Return the name of a dashboard key's service; empty where it is not known here.

    >>> service_name("lambda-eu-west-1"), service_name("multipleservices-us-east-1")
    ('AWS Lambda', 'AWS')
    """
    code = region_code(key)
    bare = key.removesuffix("-us-standard").removesuffix(f"-{code}")
    return "AWS" if bare == "multipleservices" else _SERVICES.get(bare, "")


def split_place(name: str) -> tuple[str, str]:
    """Return a dashboard's service name without the place in brackets, and the place.

    >>> split_place("Amazon Elastic Compute Cloud (Ohio)")
    ('Amazon Elastic Compute Cloud', 'Ohio')
    >>> split_place("Multiple services (Ohio)")
    ('AWS', 'Ohio')
    """
    name = " ".join(name.split())
    found = _PLACE.match(name)
    bare, place = (found["name"], found["place"]) if found else (name, "")
    return ("AWS" if bare.lower() == "multiple services" else bare), place


def severity(status: str | int | None) -> str:
    """Return the word for a dashboard's status number; empty where it is none of them."""
    return _SEVERITIES.get(str(status), "")


def is_over(said: str) -> bool:
    """Tell whether a post says that the service works again."""
    return bool(_OVER.search(said))
